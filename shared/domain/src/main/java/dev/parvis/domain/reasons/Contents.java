package dev.parvis.domain.reasons;

import java.util.List;

/** What a network does not take of a content, and what is wrong with its media. */
final class Contents {
    static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    "The network charges {} {} for this post, as {} says.",
                    "le réseau facture cette publication {,2} {1}, selon {3}"),
            new Phrase(
                    "“{}” is not uploaded yet: unless it is before its time, the post does not go out.",
                    "« {1} » n’est pas encore sur Parvis : si son fichier n’arrive pas avant l’heure, la publication ne partira pas"),
            new Phrase(
                    "“{}” moves, and stands still on this network, at its first picture: a video (MP4) moves.",
                    "« {1} » est animée, et reste figée sur ce réseau, à sa première image : une vidéo (MP4), elle, bouge"),
            new Phrase(
                    "“{}” moves, and must be made smaller or cut for this network, which leaves its first picture: a smaller GIF moves, or a video (MP4).",
                    "« {1} » est animée, et doit être réduite ou recadrée pour ce réseau, ce qui n’en laisse que la première image : un GIF plus petit bouge, ou une vidéo (MP4)"),
            new Phrase(
                    "The text has {} characters; Bluesky takes {}.",
                    "le texte a {1} caractères ; Bluesky en accepte {2}"),
            new Phrase("The text has {} bytes; Bluesky takes {}.", "le texte a {1} octets ; Bluesky en accepte {2}"),
            new Phrase(
                    "The text has {} characters, the link included; this server takes {}.",
                    "le texte a {1} caractères, lien compris ; ce serveur en accepte {2}"),
            new Phrase(
                    "The text has {} characters, the link included; the sandbox takes {}.",
                    "le texte a {1} caractères, lien compris ; le bac à sable en accepte {2}"),
            new Phrase("The text has more than {} characters.", "le texte a plus de {1} caractères"),
            new Phrase(
                    "A post needs a text, a link, an image or a video.",
                    "il faut un texte, un lien, une image ou une vidéo"),
            new Phrase("The link must be an http or https URL.", "le lien doit être une adresse http ou https"),
            new Phrase(
                    "Bluesky shows images or a video, not both.",
                    "Bluesky montre des images ou une vidéo, pas les deux"),
            new Phrase("A video stands alone, without images.", "une vidéo se publie seule, sans images"),
            new Phrase(
                    "A video's description has at most {} characters.",
                    "la description d’une vidéo a au plus {1} caractères"),
            new Phrase("A description has at most {} characters.", "une description a au plus {1} caractères"),
            new Phrase("A description has at most {} characters here.", "une description a ici au plus {1} caractères"),
            new Phrase("Bluesky takes {} images in a post.", "Bluesky accepte {1} images par publication"),
            new Phrase("This server takes {} images in a post.", "ce serveur accepte {1} images par publication"),
            new Phrase("The sandbox takes {} images in a post.", "le bac à sable accepte {1} images par publication"),
            new Phrase("At most {} images are taken.", "au plus {1} images sont acceptées"),
            new Phrase("This network takes no videos.", "ce réseau n’accepte pas de vidéo"),
            new Phrase("This network does not let us answer a {}.", "ce réseau ne nous laisse pas y répondre"),
            new Phrase("An answer has no first comment.", "une réponse n’a pas de premier commentaire"),
            new Phrase(
                    "This network takes no post without an image or a video.",
                    "ce réseau n’accepte pas de publication sans image ni vidéo"),
            new Phrase(
                    "A carousel has at most {} images here, the video included.",
                    "un carrousel a ici au plus {1} images, vidéo comprise"),
            new Phrase("A text has 1 to {} characters here.", "un texte a ici de 1 à {1} caractères"),
            new Phrase("This network takes no images.", "ce réseau n’accepte pas d’images"),
            new Phrase("A comment has no images here.", "un commentaire est ici sans images"),
            new Phrase(
                    "a comment of the gallery is a text without images", "un commentaire y est un texte sans images"),
            new Phrase(
                    "The caption has {} characters, the link included; the gallery takes {}.",
                    "la légende a {1} caractères, lien compris ; la galerie en accepte {2}"),
            new Phrase("nobody else is answered on the gallery", "on ne répond à personne d’autre sur ce réseau"),
            new Phrase("the network cannot process the media: {}", "le réseau ne peut pas traiter le média : « {1} »"),
            new Phrase("the network was still getting it ready", "le réseau était encore en train de la préparer"),
            new Phrase("This network has no threads.", "ce réseau n’a pas de fils"),
            new Phrase(
                    "After the first part this network takes {} more.",
                    "après la première partie, ce réseau en accepte encore {1}"),
            new Phrase(
                    "This network does not let an account comment on its post.",
                    "ce réseau ne laisse pas un compte commenter sa publication"),
            new Phrase("This network has no polls.", "ce réseau n’a pas de sondages"),
            new Phrase("A poll has at most {} answers here.", "un sondage a ici au plus {1} réponses"),
            new Phrase("An answer has at most {} characters here.", "une réponse a ici au plus {1} caractères"),
            new Phrase(
                    "A poll is open from {} minutes to {} days here.",
                    "un sondage est ouvert ici de {1} minutes à {2} jours"),
            new Phrase(
                    "A poll stands alone here, without images or video.",
                    "un sondage se publie ici seul, sans image ni vidéo"),
            new Phrase(
                    "it is number {} of {} posts that the network takes within {} hours",
                    "c’est la {1}e publication ; le réseau en accepte {2} en {3} heures"),
            new Phrase("an image of the post has not been uploaded yet", "une image n’a pas encore été envoyée"),
            new Phrase(
                    "a media of the post was deleted from the library (media {}): put another in its place and schedule"
                            + " the post again",
                    "un média a été supprimé de la médiathèque (média {1}) : remplacez-le et programmez-la de nouveau"),
            new Phrase(
                    "the rights of “{}” (media {}) ended on {}: renew them, or put another media in its place, and"
                            + " schedule the post again",
                    "les droits de « {1} » ont pris fin le {3} : renouvelez-les ou remplacez ce média, puis"
                            + " programmez-la de nouveau"),
            new Phrase(
                    "the file of “{}” (media {}) is not the one that was uploaded first",
                    "le fichier de « {1} » n’est plus celui qui a été envoyé"),
            new Phrase("“{}” (media {}): {}", "« {1} » : {~3}"),
            new Phrase(
                    "media {} may not be shown any more when it goes out",
                    "les droits du média {1} seront échus à son heure"),
            new Phrase("media {} is no longer in the library", "le média {1} n’est plus dans la médiathèque"),
            new Phrase("media {} was never uploaded", "le média {1} n’a jamais été envoyé"),
            new Phrase("media {} was removed from where it lay", "le fichier du média {1} a disparu"),
            new Phrase(
                    "media {} is no longer the file that was first uploaded",
                    "le fichier du média {1} n’est plus celui qui a été envoyé"),
            new Phrase("media {} is not an image that can be read", "le média {1} n’est pas une image lisible"),
            new Phrase(
                    "media {} is {} times as wide as high; from {} to {} is taken",
                    "le média {1} est {2} fois plus large que haut ; le réseau accepte de {3} à {4}"),
            new Phrase("media {}: {}", "média {1} : {~2}"),
            new Phrase("it was declared to have {} bytes and has {}", "il devait avoir {1} octets et en a {2}"),
            new Phrase("the file is {}, not {} as it was declared", "le fichier n’est pas du type annoncé"),
            new Phrase(
                    "the file is not a JPEG, PNG, GIF or WebP image, whatever it is called",
                    "ce n’est pas une image JPEG, PNG, GIF ou WebP"),
            new Phrase("the image is damaged or not complete", "l’image est abîmée ou incomplète"),
            new Phrase(
                    "the image is made up of too many layers: save it anew",
                    "l’image est faite de trop de couches : enregistrez-la de nouveau"),
            new Phrase(
                    "a WebP image cannot be shrunk, turned or converted here: upload it as JPEG or PNG",
                    "une image WebP ne peut pas être retaillée ici : envoyez-la en JPEG ou PNG"),
            new Phrase("the image cannot be made small enough", "l’image ne peut pas être assez réduite"),
            new Phrase("the image has more than {} bytes", "l’image a plus de {1} octets"),
            new Phrase(
                    "the file is not an MP4 or QuickTime video, whatever it is called",
                    "ce n’est pas une vidéo MP4 ou QuickTime"),
            new Phrase("the video is damaged or not complete", "la vidéo est abîmée ou incomplète"),
            new Phrase("the video does not say how long it is", "la vidéo ne dit pas combien elle dure"),
            new Phrase("the file holds no moving picture", "le fichier ne contient pas d’image animée"),
            new Phrase("the video is {}; taken are {}", "la vidéo est en {1} ; ce réseau accepte {2}"),
            new Phrase("the video has {} MB; taken are {} MB", "la vidéo a {1} Mo ; ce réseau en accepte {2}"),
            new Phrase("the video lasts {} seconds; taken are {}", "la vidéo dure {1} s ; ce réseau en accepte {2}"));

    private Contents() {}
}
