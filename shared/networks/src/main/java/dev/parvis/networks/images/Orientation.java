package dev.parvis.networks.images;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns pixels as an EXIF orientation asks (1 to 8: 2, 4, 5 and 7 are mirrored, 5 to 8 lie on their side). */
final class Orientation {
    /** From this one on, an image lies on its side. */
    static final int LYING = 5;

    private Orientation() {}

    static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var lying = orientation >= LYING;
        var turned = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        graphics.drawImage(image, transform(orientation, width, height), null);
        graphics.dispose();
        return turned;
    }

    /** Columns of the matrix: x' = a·x + c·y + e, y' = b·x + d·y + f. */
    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> throw new IllegalArgumentException("no orientation " + orientation);
        };
    }
}
