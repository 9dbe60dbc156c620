package dev.parvis.functions.report.pdf;

/** The font files in the jar, unpacked from Maven artifacts when the module is built. */
enum FontFile {
    TEXT("/fonts/ttf/OpenSans/OpenSans-Regular.ttf"),
    TEXT_BOLD("/fonts/ttf/OpenSans/OpenSans-SemiBold.ttf"),
    SYMBOLS("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"),
    SYMBOLS_BOLD("/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf"),
    EMOJI("/fonts/ttf/NotoEmoji/notoemoji-subset.ttf"),
    HAN("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf");

    private final String resource;

    FontFile(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }
}
