/**
 * A card is what stands under a post with a link: the linked page's title, description and picture. Some networks read the page
 * themselves (Mastodon); on others it is part of what we send (Bluesky), and a link whose card nobody has worded would go out as
 * a bare host. So the page is read before anybody schedules: a preview shows the card, and what is scheduled for a network whose
 * cards are ours keeps its words in the content, where they are sealed, approved and sent as they were seen.
 */
@NullMarked
package dev.parvis.domain.cards;

import org.jspecify.annotations.NullMarked;
