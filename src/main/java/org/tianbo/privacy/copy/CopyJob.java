package org.tianbo.privacy.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.known.KnownData;

/**
 * Packs what is known of somebody: {@code data/<kind>.json} of each kind, {@code files/} of what they recorded or
 * photographed, and {@code contents.json} with the numbers of both. Stopped half-way, it is packed from the beginning.
 */
@ApplicationScoped
class CopyJob implements Job {

    static final String NAME = "privacy.copy";

    private static final Logger LOG = Logger.getLogger(CopyJob.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataCopies copies;
    private final KnownData known;
    private final Media media;
    private final CurrentCounty county;

    CopyJob(DataCopies copies, KnownData known, Media media, CurrentCounty county) {
        this.copies = copies;
        this.known = known;
        this.media = media;
        this.county = county;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Recordings are gigabytes, and copying them takes minutes. */
    @Override
    public Pool pool() {
        return Pool.VIDEO;
    }

    @Override
    public void run(String id) {
        copies.one(UUID.fromString(id)).filter(DataCopy::isBeingMade).ifPresent(this::make);
    }

    @Override
    public void onExhausted(String id) {
        copies.end(UUID.fromString(id));
    }

    private void make(DataCopy copy) {
        List<PersonalRecords> records = known.records();
        List<String> files = known.files(copy.person());
        long expected = files.stream().mapToLong(this::size).sum();
        try (WorkDirectory work = media.workplace(county.id() + "/copies/" + copy.id(), expected)) {
            Path zip = work.folder().resolve("copy.zip");
            pack(copy, records, files, zip);
            try (InputStream in = Files.newInputStream(zip)) {
                media.store(DataCopy.key(county.id(), copy.id()), in, Files.size(zip));
            }
            copies.ready(copy.id(), Files.size(zip));
            LOG.infof("What is known of %s is packed for them: %d files", copy.person(), files.size());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long size(String key) {
        return media.sizes(key.substring(0, key.lastIndexOf('/'))).getOrDefault(key, 0L);
    }

    private void pack(DataCopy copy, List<PersonalRecords> records, List<String> files, Path zip) throws IOException {
        int parts = records.size() + files.size();
        int done = 0;
        Map<String, Integer> contents = new LinkedHashMap<>();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
            for (PersonalRecords one : records) {
                copies.progress(copy.id(), parts, done++);
                List<String> rows = known.rows(one, copy.person());
                contents.put(one.kind().code(), rows.size());
                write(out, "data/" + one.kind().code() + ".json", "[" + String.join(",\n", rows) + "]\n");
            }
            // What people recorded and photographed is compressed already.
            out.setLevel(Deflater.NO_COMPRESSION);
            for (String file : files) {
                copies.progress(copy.id(), parts, done++);
                out.putNextEntry(new ZipEntry("files/" + file.substring(file.indexOf('/') + 1)));
                try (InputStream in = media.open(file)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
            out.setLevel(Deflater.DEFAULT_COMPRESSION);
            contents.put("files", files.size());
            write(out, "contents.json", json(contents));
        }
    }

    private static void write(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static String json(Map<String, Integer> contents) {
        try {
            return JSON.writeValueAsString(contents);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
