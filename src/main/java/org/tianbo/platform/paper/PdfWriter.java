package org.tianbo.platform.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Lays a page of XHTML out as a PDF, offline: it fetches nothing. The font family {@code Chinese} is there, and only
 * the characters that are used of it are put into the file. {@code <object type="qr" data="text">} draws a QR, {@code
 * <object type="picture" data="p07">} a picture of a card.
 */
@ApplicationScoped
public class PdfWriter {

    /** What XML cannot hold; somebody's text may. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final PaperConfig config;

    PdfWriter(PaperConfig config) {
        this.config = config;
    }

    /** @throws NoFont where this machine has no Chinese font */
    public void write(String xhtml, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(font(), "Chinese");
        builder.useObjectDrawerFactory(new ObjectDrawers());
        // Whatever a text looks like, nothing outside of the page is read.
        builder.useUriResolver((base, address) -> null);
        builder.withHtmlContent(NO_XML.matcher(xhtml).replaceAll("\uFFFD"), null);
        builder.withProducer("Tianbo");
        builder.toStream(out);
        builder.run();
    }

    /**
     * For whoever begins what ends as a PDF much later.
     *
     * @throws NoFont where this machine has no Chinese font
     */
    public void requireFont() {
        font();
    }

    private File font() {
        return config.fonts().stream()
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(NoFont::new)
                .toFile();
    }
}
