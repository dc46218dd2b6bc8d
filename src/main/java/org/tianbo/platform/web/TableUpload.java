package org.tianbo.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.platform.error.Fault;

/**
 * A table that came as the file of a form, and the file of rejected rows that goes back. How many bytes may come says
 * {@link BodyLimit} at the method; what kind of file it is, the table's reader finds out from its bytes.
 */
public final class TableUpload {

    private final FileUpload file;

    private TableUpload(FileUpload file) {
        this.file = file;
    }

    /** @param missing thrown when the form came without a file; browsers then send one without a name */
    public static TableUpload of(FileUpload file, Supplier<Fault> missing) {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            throw missing.get();
        }
        return new TableUpload(file);
    }

    /** As it was called on the sender's machine. */
    public String name() {
        return file.fileName();
    }

    public byte[] bytes() {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public <T> T read(Function<InputStream, T> reader) {
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return reader.apply(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param sheet the rejected rows as CSV, with the reasons in the last column */
    public static RestResponse<String> rejectedRows(String sheet) {
        return RestResponse.ResponseBuilder.ok(sheet)
                .type("text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"")
                .build();
    }
}
