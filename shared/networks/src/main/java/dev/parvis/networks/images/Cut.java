package dev.parvis.networks.images;

import java.awt.image.BufferedImage;

import dev.parvis.domain.networks.Terms;

/** Cuts an image to the nearest shape that is taken, as little as it must, with its focus as near the middle as it can be. */
final class Cut {
    private Cut() {}

    static BufferedImage to(BufferedImage image, Images.Aim aim) {
        if (aim.shapes(image.getWidth(), image.getHeight())) {
            return image;
        }
        var shape = aim.shape().orElseThrow();
        return (double) image.getWidth() / image.getHeight() > shape.widest()
                ? narrower(image, shape, aim)
                : lower(image, shape, aim);
    }

    /** Rounded inwards: a pixel too many would be out of shape again. */
    private static BufferedImage narrower(BufferedImage image, Terms.Shape shape, Images.Aim aim) {
        var width = (int) Math.max(1, Math.floor(image.getHeight() * shape.widest()));
        var left = from(image.getWidth(), width, (aim.focus().x() + 1) / 2);
        return image.getSubimage(left, 0, width, image.getHeight());
    }

    private static BufferedImage lower(BufferedImage image, Terms.Shape shape, Images.Aim aim) {
        var height = (int) Math.max(1, Math.floor(image.getWidth() / shape.tallest()));
        var top = from(image.getHeight(), height, (1 - aim.focus().y()) / 2);
        return image.getSubimage(0, top, image.getWidth(), height);
    }

    private static int from(int whole, int part, double focus) {
        var wanted = (int) Math.round(whole * focus - part / 2.0);
        return Math.clamp(wanted, 0, whole - part);
    }
}
