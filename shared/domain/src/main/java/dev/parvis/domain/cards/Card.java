package dev.parvis.domain.cards;

import java.util.Optional;

/**
 * What a page says that a card of it should show; what it does not say is empty.
 *
 * @param title one line of at most {@link #MOST_TITLE} code points
 * @param description one line of at most {@link #MOST_DESCRIPTION} code points
 * @param image the picture's address, http or https; nobody has fetched it
 * @param canonical the page's own address as it says, http or https
 */
public record Card(String title, String description, Optional<String> image, Optional<String> canonical) {
    public static final int MOST_TITLE = 300;
    public static final int MOST_DESCRIPTION = 1000;

    public boolean saysNothing() {
        return title.isEmpty() && description.isEmpty() && image.isEmpty();
    }
}
