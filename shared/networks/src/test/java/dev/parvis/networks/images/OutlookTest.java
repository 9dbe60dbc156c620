package dev.parvis.networks.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Sizer;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** What a preview says an image will be is what is made of it. */
class OutlookTest {
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

    @ParameterizedTest
    @CsvSource({
        "300, 200, 1000000, 400, any",
        "900, 200, 1000000, 400, any",
        "200, 900, 1000000, 400, square",
        "900, 200, 1000000, 400, square",
        "333, 221, 30000, 400, any",
        "1, 900, 1000000, 400, any",
        "640, 360, 1000000, 2000, square"
    })
    void an_outlook_is_what_comes_out_to_a_pixel_or_two(int width, int height, long pixels, int side, String shape)
            throws IOException {
        var asked = shape.equals("any") ? Optional.<Terms.Shape>empty() : Optional.of(new Terms.Shape(0.8, 1.25));
        var size = new ImageSize(1_000_000, pixels, side, TYPES, asked);
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);

        var outlook = size.outlook("image/png", png.size(), width, height);
        var made = (Sizer.Sized.Fit) new ImageSizer().make(png.toByteArray(), size, Focus.CENTRE);

        assertThat(made.width()).isCloseTo(outlook.width(), Offset.offset(2));
        assertThat(made.height()).isCloseTo(outlook.height(), Offset.offset(2));
        assertThat(outlook.asIs()).isEqualTo(made.type().equals("image/png"));
        assertThat(outlook.cropped())
                .isEqualTo(
                        asked.filter(it -> !it.takes((double) width / height)).isPresent());
    }
}
