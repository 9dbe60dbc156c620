package dev.parvis.functions.notify;

import java.util.List;

import dev.parvis.domain.weekly.Outlook;
import dev.parvis.functions.notify.WeeklyText.Matter;

import static dev.parvis.functions.notify.MailTexts.oneLine;

/** The look ahead in French; no line begins with a colon, nor ends with an opening quote. */
record WeeklyFrench() implements WeeklyWords {
    private static final String THIN = "\u202f";
    private static final String COLON = "\u00a0: ";

    private static String quoted(String text) {
        return "«\u00a0" + oneLine(text) + "\u00a0»";
    }

    @Override
    public String title(int many) {
        return "Les semaines à venir" + COLON + (many == 1 ? "un point à régler" : many + " points à régler");
    }

    @Override
    public String why(String workspace) {
        return "Envoyé le lundi quand il y a quelque chose à dire, pour l’espace " + quoted(workspace)
                + ". Un propriétaire peut l’arrêter dans les réglages de l’espace (weekly).";
    }

    @Override
    public Matter lost(String channel) {
        return new Matter(
                "Le compte " + oneLine(channel) + " est déconnecté.",
                "Reconnectez-le" + COLON + "d’ici là, rien n’y est publié ni relevé.");
    }

    @Override
    public Matter tooLate(String media, String lastDay, boolean over, int posts, String first) {
        return new Matter(
                "Les droits de " + quoted(media) + (over ? " ont pris fin le " : " finissent le ") + lastDay + THIN
                        + "; "
                        + (posts == 1
                                ? "une publication prévue le " + first + " l’utilise et ne partira pas."
                                : posts + " publications prévues après l’utilisent et ne partiront pas, la première le "
                                        + first + "."),
                over
                        ? "Remplacez ce média ou prolongez les droits."
                        : "Remplacez ce média, avancez la publication ou prolongez les droits.");
    }

    @Override
    public Matter waiting(Outlook.Waiting waiting, String first) {
        var all = waiting.team() + waiting.client();
        return new Matter(
                (all == 1
                                ? "Une publication attend un accord" + THIN + "; elle est prévue le "
                                : all + " publications attendent un accord" + THIN + "; la première est prévue le ")
                        + first + ".",
                whose(waiting) + " Sans accord à son heure, une publication ne part pas.");
    }

    private static String whose(Outlook.Waiting waiting) {
        if (waiting.client() == 0) {
            return "C’est à l’équipe" + COLON + "approuvez ou refusez.";
        }
        return waiting.team() == 0
                ? "C’est au client" + COLON + "relancez-le."
                : "À vous d’en décider" + COLON + waiting.team() + THIN + "; au client" + COLON + waiting.client()
                        + ".";
    }

    @Override
    public Matter empty(String monday) {
        return new Matter(
                "Rien n’est prévu la semaine du " + monday + ".",
                "Prévoyez une publication ou garnissez une file permanente, sauf si ce silence est voulu.");
    }

    @Override
    public Matter tooFew(String monday, String channel, int planned, int wanted) {
        return new Matter(
                "Semaine du " + monday + COLON + planned + (planned < 2 ? " publication" : " publications") + " sur "
                        + wanted + " pour " + oneLine(channel) + ".",
                "Complétez la semaine ou changez le rythme dans la fiche de la marque.");
    }

    @Override
    public String ends(String media, String lastDay, int posts) {
        var used =
                posts == 0 ? "inutilisé" : posts == 1 ? "une publication d’ici là" : posts + " publications d’ici là";
        return quoted(media) + " (" + lastDay + ", " + used + ")";
    }

    @Override
    public Matter soon(List<String> ends, int more) {
        return new Matter(
                "Droits qui finissent bientôt" + COLON + String.join(", ", ends)
                        + (more == 0 ? "" : " et " + more + " de plus") + ".",
                "Prolongez-les si vous voulez continuer à utiliser ces médias.");
    }
}
