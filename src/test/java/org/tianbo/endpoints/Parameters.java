package org.tianbo.endpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parameters in paths and queries name. A line of the file is a place, what stands there (a thing of a county,
 * or {@code -}), and for what is no thing a value that fits; a query's parameter without a value is left out.
 */
final class Parameters {

    static final Path FILE = Path.of("src/test/resources/endpoint-parameters.csv");

    /** Nobody has it. */
    static final String NOBODYS = "019b2f00-0000-7000-8000-000000000001";

    private static final String NO_THING = "-";
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    Parameters() throws IOException {
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\\|", -1);
                meanings.put(cells[0].strip(), new Meaning(cells[1].strip(), cells.length > 2 ? cells[2].strip() : ""));
            }
        }
    }

    private record Meaning(String thing, String value) {

        boolean isThing() {
            return !thing.equals(NO_THING);
        }
    }

    /**
     * One parameter of an endpoint.
     *
     * @param place as it stands in the path, {@code {id}}, or in the query, {@code ?id}
     * @param thing what it names
     */
    record Found(String place, String thing) {}

    /** Lines for those that the file does not know. */
    List<String> unknown(List<Endpoint> endpoints) {
        TreeSet<String> lines = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            places(endpoint).stream()
                    .filter(place -> meaning(endpoint, place).isEmpty())
                    .forEach(place -> lines.add("%s: say in %s what %s names".formatted(endpoint.name(), FILE, place)));
        }
        return new ArrayList<>(lines);
    }

    List<Found> things(Endpoint endpoint) {
        List<Found> things = new ArrayList<>();
        for (String place : places(endpoint)) {
            meaning(endpoint, place)
                    .filter(Meaning::isThing)
                    .ifPresent(meaning -> things.add(new Found(place, meaning.thing())));
        }
        return things;
    }

    /**
     * The address that names these things.
     *
     * @param named by place; what is not named is what nobody has, or left out of the query
     */
    String address(Endpoint endpoint, Map<String, String> named) {
        String path = IN_BRACES.matcher(endpoint.path()).replaceAll(found -> {
            String value = named.getOrDefault(
                    found.group(),
                    meaning(endpoint, found.group())
                            .map(Meaning::value)
                            .filter(usual -> !usual.isEmpty())
                            .orElse(NOBODYS));
            return Matcher.quoteReplacement(value);
        });
        List<String> query = new ArrayList<>();
        for (String name : endpoint.query()) {
            String usual = meaning(endpoint, "?" + name).map(Meaning::value).orElse("");
            String value = named.getOrDefault("?" + name, usual);
            if (!value.isEmpty()) {
                query.add(name + "=" + value);
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static List<String> places(Endpoint endpoint) {
        List<String> places = new ArrayList<>();
        Matcher path = IN_BRACES.matcher(endpoint.path());
        while (path.find()) {
            places.add(path.group());
        }
        endpoint.query().forEach(name -> places.add("?" + name));
        return places;
    }

    /** The line of the whole place, {@code /cohorts/{id}}, counts before that of the name alone. */
    private Optional<Meaning> meaning(Endpoint endpoint, String place) {
        String whole = place.startsWith("?")
                ? endpoint.path() + place
                : endpoint.path().substring(0, endpoint.path().indexOf(place) + place.length());
        return Optional.ofNullable(meanings.get(whole))
                .or(() -> Optional.ofNullable(meanings.get(whole.replaceFirst("^/api", ""))))
                .or(() -> Optional.ofNullable(meanings.get(place)));
    }
}
