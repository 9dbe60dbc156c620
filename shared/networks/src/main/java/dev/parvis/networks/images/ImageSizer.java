package dev.parvis.networks.images;

import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Sizer;
import dev.parvis.domain.networks.ImageSize;

/** Makes images to sizes, here and now. */
public final class ImageSizer implements Sizer {
    @Override
    public Sized make(byte[] image, ImageSize size, Focus focus) {
        return switch (Images.fit(image, Images.Aim.of(size, focus))) {
            case Images.Fitted.Fit(var bytes, var type, var width, var height) ->
                new Sized.Fit(bytes, type, width, height);
            case Images.Fitted.Unfit(var code, var reason) -> new Sized.Unfit(code, reason);
        };
    }
}
