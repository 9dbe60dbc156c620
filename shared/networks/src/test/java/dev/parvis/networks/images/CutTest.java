package dev.parvis.networks.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Sizer.Sized;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** Instagram's shapes: from 4:5 to 1.91:1. */
class CutTest {
    private static final Terms.Shape SHAPE = new Terms.Shape(0.8, 1.91);
    private static final ImageSize SIZE =
            new ImageSize(8_000_000, 50_000_000, 1440, Set.of("image/jpeg", "image/png"), Optional.of(SHAPE));

    private static Sized.Fit made(Drawn drawn, Focus focus) {
        return (Sized.Fit) new ImageSizer().make(drawn.png(), SIZE, focus);
    }

    @Test
    void what_is_in_shape_is_not_touched() {
        var drawn = Drawn.noise(100, 100);

        assertThat(made(drawn, Focus.CENTRE).bytes()).isEqualTo(drawn.png());
    }

    @Test
    void what_is_too_wide_is_cut_at_its_sides_around_the_focus() {
        var wide = Drawn.redThenBlue(400, 100);

        assertThat(SHAPE.takes(ratio(made(wide, Focus.CENTRE)))).isTrue();
        assertThat(made(wide, Focus.CENTRE).width()).isEqualTo(191);
        assertThat(colour(made(wide, new Focus(-1, 0)), 180, 50)).isEqualTo("red");
        assertThat(colour(made(wide, new Focus(1, 0)), 10, 50)).isEqualTo("blue");
    }

    @Test
    void what_is_too_tall_is_cut_above_and_below_around_the_focus() {
        var tall = new Drawn(turned(Drawn.redThenBlue(400, 100).image()));

        var fit = made(tall, Focus.CENTRE);

        assertThat(SHAPE.takes(ratio(fit))).isTrue();
        assertThat(fit.height()).isEqualTo(125);
        assertThat(colour(made(tall, new Focus(0, 1)), 50, 100)).isEqualTo("red");
        assertThat(colour(made(tall, new Focus(0, -1)), 50, 20)).isEqualTo("blue");
    }

    @Test
    void every_shape_comes_out_in_shape() {
        for (var width = 1; width < 60; width += 7) {
            for (var height = 1; height < 60; height += 5) {
                var fit = made(Drawn.noise(width, height), new Focus(0.3, -0.7));

                assertThat(fit.width() <= 2 || fit.height() <= 2 || SHAPE.takes(ratio(fit)))
                        .as(width + " × " + height + " became " + fit.width() + " × " + fit.height())
                        .isTrue();
            }
        }
    }

    private static double ratio(Sized.Fit fit) {
        return (double) fit.width() / fit.height();
    }

    /** Red above, blue below. */
    private static BufferedImage turned(BufferedImage image) {
        var turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < turned.getHeight(); y++) {
            for (var x = 0; x < turned.getWidth(); x++) {
                turned.setRGB(x, y, image.getRGB(y, x));
            }
        }
        return turned;
    }

    private static String colour(Sized.Fit fit, int x, int y) {
        try {
            var rgb = ImageIO.read(new ByteArrayInputStream(fit.bytes())).getRGB(x, y);
            return (rgb >> 16 & 0xFF) > (rgb & 0xFF) ? "red" : "blue";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
