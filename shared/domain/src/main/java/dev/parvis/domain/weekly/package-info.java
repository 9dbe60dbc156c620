/**
 * The look ahead that a workspace is mailed on Monday mornings: what a brand's next two weeks miss before anybody else
 * notices. A standing order of the workspace is on the agenda, due once a week; whoever claims it gathers an
 * {@link dev.parvis.domain.weekly.Outlook} of each brand as it is then, mails those who answer for the brand, and notes
 * on the order whom it has told. An event that doubles finds the order taken, a process that takes over finds who has
 * been told already; a brand of which nothing is to be said is not spoken of, and a mail without brands is not sent.
 */
@NullMarked
package dev.parvis.domain.weekly;

import org.jspecify.annotations.NullMarked;
