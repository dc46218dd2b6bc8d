package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.lesson.Language;
import org.tianbo.platform.embedded.NativeLibraries;

/**
 * Makes the films of the lessons that have one; a step of the build. Under the lesson's slug and version lie an MP4 of
 * 480 lines, its first drawing as the poster, and the captions in both languages as WebVTT.
 */
final class FilmBuild {

    private static final String PLACE = "META-INF/resources/films";
    private static final int WIDTH = 854;
    private static final int HEIGHT = 480;
    private static final String FRAMES_A_SECOND = "10";

    private final Path content;
    private final Path films;
    private final Set<String> checked = new HashSet<>();

    private FilmBuild(Path content, Path films) {
        this.content = content;
        this.films = films;
    }

    /**
     * A film that is there already stays as it is, for its name says what it shows; one that no lesson shows any more
     * goes.
     *
     * @param documents without a fault
     */
    static void make(List<Document> documents, Path content, Path classes) throws IOException {
        FilmBuild build = new FilmBuild(content, Files.createDirectories(classes.resolve(PLACE)));
        for (Document lesson : documents) {
            if (lesson.kind() == DocumentKind.LESSON && lesson.body().has("film")) {
                build.make(lesson);
            }
        }
        build.clear();
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(films)) {
            for (Path file : files.toList()) {
                if (!checked.contains(file.getFileName().toString().replaceFirst("\\..*", ""))) {
                    Files.delete(file);
                }
            }
        }
    }

    private void make(Document lesson) throws IOException {
        String name = lesson.slug() + "-" + lesson.version();
        checked.add(name);
        Path film = films.resolve(name + ".mp4");
        if (Files.exists(film)) {
            return;
        }
        JsonNode scenes = lesson.body().get("film").get("scenes");
        Path drawings = folderOf(lesson);
        Files.copy(
                drawings.resolve(scenes.get(0).get("drawing").textValue()),
                films.resolve(name + ".svg"),
                StandardCopyOption.REPLACE_EXISTING);
        for (Language language : Language.values()) {
            Files.writeString(films.resolve(name + "." + language.tag() + ".vtt"), captions(scenes, language.tag()));
        }
        shoot(scenes, drawings, film);
    }

    private Path folderOf(Document lesson) throws IOException {
        String course = lesson.body().get("course").textValue();
        try (Stream<Path> folders = Files.walk(content.resolve("courses"), 2)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d+-" + lesson.slug())
                            && folder.getParent().getFileName().toString().matches("\\d+-" + course))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static String captions(JsonNode scenes, String language) {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        int from = 0;
        for (JsonNode scene : scenes) {
            int to = from + scene.get("seconds").intValue();
            vtt.append("\n%s --> %s\n%s\n"
                    .formatted(
                            clock(from),
                            clock(to),
                            scene.get("says").get(language).textValue()));
            from = to;
        }
        return vtt.toString();
    }

    private static String clock(int seconds) {
        return String.format(Locale.ROOT, "%02d:%02d.000", seconds / 60, seconds % 60);
    }

    private void shoot(JsonNode scenes, Path drawings, Path film) throws IOException {
        NativeLibraries.ensure();
        Path stage = Files.createTempDirectory("film");
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-nostdin", "-loglevel", "error"));
        List<Path> pictures = new ArrayList<>();
        for (JsonNode scene : scenes) {
            Path picture = stage.resolve(pictures.size() + ".png");
            ImageIO.write(picture(drawings.resolve(scene.get("drawing").textValue())), "png", picture.toFile());
            pictures.add(picture);
            command.addAll(List.of("-loop", "1", "-framerate", FRAMES_A_SECOND));
            command.addAll(List.of("-t", scene.get("seconds").asText(), "-i", picture.toString()));
        }
        String inputs = IntStream.range(0, pictures.size())
                .mapToObj(index -> "[" + index + "]")
                .collect(Collectors.joining());
        Path made = stage.resolve("film.mp4");
        command.addAll(
                List.of("-filter_complex", inputs + "concat=n=" + pictures.size() + ":v=1:a=0,format=yuv420p", "-an"));
        command.addAll(List.of("-c:v", "libx264", "-preset", "slow", "-tune", "stillimage", "-crf", "26"));
        // The same drawings give the same bytes.
        command.addAll(
                List.of("-threads", "1", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"));
        command.addAll(List.of("-movflags", "+faststart", made.toString()));
        run(command);
        // Only a whole film gets the name by which it is taken for made.
        Files.move(made, film, StandardCopyOption.REPLACE_EXISTING);
        for (Path picture : pictures) {
            Files.delete(picture);
        }
        Files.delete(stage);
    }

    private static BufferedImage picture(Path drawing) throws IOException {
        SVGDocument svg = new SVGLoader().load(drawing.toUri().toURL());
        if (svg == null) {
            throw new IOException("Not a drawing: " + drawing);
        }
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        svg.render(null, pen, new ViewBox(WIDTH, HEIGHT));
        pen.dispose();
        return picture;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("ffmpeg could not make the film, it ended with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making a film", interrupted);
        }
    }
}
