package org.tianbo.ledger.pack;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tianbo.ledger.LedgerConfig;
import org.tianbo.ledger.LedgerRefused;

/**
 * Lays a page out as a PDF, offline: it fetches nothing. Of the Chinese font only the characters that are used are put
 * into the file.
 */
@ApplicationScoped
class PdfWriter {

    /** What XML cannot hold; somebody's text may. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final LedgerConfig config;

    PdfWriter(LedgerConfig config) {
        this.config = config;
    }

    /** @throws LedgerRefused where this machine has no Chinese font */
    void write(String xhtml, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(font(), "Chinese");
        // Whatever a text looks like, nothing outside of the page is read.
        builder.useUriResolver((base, address) -> null);
        builder.withHtmlContent(NO_XML.matcher(xhtml).replaceAll("\uFFFD"), null);
        builder.withProducer("Tianbo");
        builder.toStream(out);
        builder.run();
    }

    private File font() {
        return config.fonts().stream()
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(LedgerRefused::noFont)
                .toFile();
    }
}
