package dev.parvis.functions.notify;

import java.util.List;

import dev.parvis.domain.weekly.Outlook;
import dev.parvis.functions.notify.WeeklyText.Matter;

import static dev.parvis.functions.notify.MailTexts.oneLine;

/** The look ahead in English. */
record WeeklyEnglish() implements WeeklyWords {
    @Override
    public String title(int many) {
        return "The weeks ahead: " + (many == 1 ? "one thing to see to" : many + " things to see to");
    }

    @Override
    public String why(String workspace) {
        return "Sent on Mondays when there is something to say, for the workspace “" + oneLine(workspace)
                + "”. An owner can switch it off in the workspace’s settings (weekly).";
    }

    @Override
    public Matter lost(String channel) {
        return new Matter(
                "The account " + oneLine(channel) + " is disconnected.",
                "Connect it again: until then nothing is published or read there.");
    }

    @Override
    public Matter tooLate(String media, String lastDay, boolean over, int posts, String first) {
        return new Matter(
                "The rights of “" + oneLine(media) + "” " + (over ? "ended on " : "end on ") + lastDay + "; "
                        + (posts == 1
                                ? "a post due on " + first + " uses it and will not go out."
                                : posts + " later posts use it and will not go out, the first on " + first + "."),
                over
                        ? "Put another in its place, or extend the rights."
                        : "Put another in its place, bring the post forward, or extend the rights.");
    }

    @Override
    public Matter waiting(Outlook.Waiting waiting, String first) {
        var all = waiting.team() + waiting.client();
        return new Matter(
                (all == 1
                                ? "A post waits for approval; it is due on "
                                : all + " posts wait for approval; the first is due on ")
                        + first + ".",
                whose(waiting) + " What is not approved at its time does not go out.");
    }

    private static String whose(Outlook.Waiting waiting) {
        if (waiting.client() == 0) {
            return "It is the team’s turn: approve or refuse.";
        }
        return waiting.team() == 0
                ? "It is the client’s turn: remind them."
                : "Yours to decide: " + waiting.team() + "; the client’s: " + waiting.client() + ".";
    }

    @Override
    public Matter empty(String monday) {
        return new Matter(
                "Nothing is planned in the week of " + monday + ".",
                "Plan a post, or fill an evergreen queue, unless the silence is meant.");
    }

    @Override
    public Matter tooFew(String monday, String channel, int planned, int wanted) {
        return new Matter(
                "Week of " + monday + ": " + planned + " of " + wanted + " posts on " + oneLine(channel) + ".",
                "Complete the week, or change the rhythm on the brand’s sheet.");
    }

    @Override
    public String ends(String media, String lastDay, int posts) {
        var used = posts == 0 ? "unused" : posts == 1 ? "one post until then" : posts + " posts until then";
        return "“" + oneLine(media) + "” (" + lastDay + ", " + used + ")";
    }

    @Override
    public Matter soon(List<String> ends, int more) {
        return new Matter(
                "Rights that end soon: " + String.join(", ", ends) + (more == 0 ? "" : " and " + more + " more") + ".",
                "Extend them if you want to go on using these media.");
    }
}
