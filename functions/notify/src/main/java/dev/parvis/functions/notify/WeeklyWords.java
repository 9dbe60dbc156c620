package dev.parvis.functions.notify;

import java.util.List;

import dev.parvis.domain.weekly.Outlook;
import dev.parvis.functions.notify.WeeklyText.Matter;

/** The sentences of the look ahead in one language. Days and moments come as that language says them. */
sealed interface WeeklyWords permits WeeklyFrench, WeeklyEnglish {
    /** @param many how many matters there are, one at least */
    String title(int many);

    /** Why the mail came, and how it is switched off. */
    String why(String workspace);

    Matter lost(String channel);

    /**
     * @param over whether the last day is past
     * @param first when the first of {@code posts} posts is due that may not show the media any more
     */
    Matter tooLate(String media, String lastDay, boolean over, int posts, String first);

    Matter waiting(Outlook.Waiting waiting, String first);

    Matter empty(String monday);

    Matter tooFew(String monday, String channel, int planned, int wanted);

    /** One of those whose rights end. */
    String ends(String media, String lastDay, int posts);

    /** @param more how many are not named */
    Matter soon(List<String> ends, int more);
}
