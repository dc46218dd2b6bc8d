package org.tianbo.cohort.counts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tianbo.platform.error.Refused;

/**
 * A GeoJSON file (RFC 7946) of borders, in degrees of longitude and latitude. Places are matched with the county's
 * villages by their code of twelve digits, else by their name where only one village has it, with the town's name
 * before it or without. A place with the code of a village that is none of the county's is no village with a code of
 * its own, whatever it is called. Two places that are the same village make one. Of coordinates five decimals stay, a
 * metre or so: enough for a map of a county.
 */
final class BorderFile {

    /** A browser draws so many without being slow; borders of a county's villages have a tenth of them. */
    static final int MOST_POINTS = 200_000;

    private static final int MOST_PLACES = 5_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_TEXT = 60;
    private static final double PRECISION = 1e5;
    private static final double MOST_LONGITUDE = 180;
    private static final double MOST_LATITUDE = 90;
    private static final int FEWEST_POINTS = 4;

    /** A town's ends with three zeros. */
    private static final Pattern CODE = Pattern.compile("[1-9]\\d{8}(?!000)\\d{3}");

    private static final Pattern NUMBER = Pattern.compile("[-\\d.]+");
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\s\\p{Cc}\\p{Cs}]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, UUID> byCode = new HashMap<>();
    private final Map<String, Optional<UUID>> byName = new HashMap<>();
    private final Set<String> towns = new HashSet<>();
    private final Map<UUID, ArrayNode> polygons = new LinkedHashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private int points;

    private BorderFile(List<KnownVillage> villages) {
        for (KnownVillage village : villages) {
            if (!village.code().isEmpty()) {
                byCode.put(village.code(), village.id());
            }
            towns.add(village.town());
            name(village.name(), village.id());
            name(village.town() + village.name(), village.id());
        }
    }

    /** @param code twelve digits; empty for a village without one */
    record KnownVillage(UUID id, String code, String town, String name) {}

    /**
     * @param borders GeoJSON, each feature under the id of a village
     * @param matched how many villages it has
     * @param unmatched what the file calls the other places
     */
    record Read(String borders, int matched, List<String> unmatched) {}

    /** @throws Refused when no village's border can be read from it */
    static Read read(byte[] bytes, List<KnownVillage> villages) {
        return new BorderFile(villages).read(tree(bytes));
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (tree != null && tree.isObject()) {
                return tree;
            }
            throw BorderRefused.because("map.no-geojson");
        } catch (JsonProcessingException broken) {
            throw BorderRefused.because("map.no-json");
        } catch (IOException broken) {
            throw BorderRefused.because("map.no-json");
        }
    }

    private Read read(JsonNode file) {
        if (!file.path("type").asText().equals("FeatureCollection")
                || !file.path("features").isArray()) {
            throw BorderRefused.because("map.no-geojson");
        }
        if (file.path("features").size() > MOST_PLACES) {
            throw BorderRefused.because("map.too-many-places");
        }
        for (JsonNode feature : file.path("features")) {
            place(feature);
        }
        if (polygons.isEmpty()) {
            throw BorderRefused.because(unmatched.isEmpty() ? "map.no-polygons" : "map.nothing-matched");
        }
        return new Read(geoJson(), polygons.size(), List.copyOf(unmatched));
    }

    private void place(JsonNode feature) {
        JsonNode geometry = feature.path("geometry");
        boolean single = geometry.path("type").asText().equals("Polygon");
        if (!single && !geometry.path("type").asText().equals("MultiPolygon")) {
            return;
        }
        Set<String> texts = texts(feature.path("properties"));
        Optional<UUID> village = village(texts);
        if (village.isEmpty()) {
            unmatched.add(label(texts));
            return;
        }
        JsonNode shapes =
                single ? JSON.createArrayNode().add(geometry.path("coordinates")) : geometry.path("coordinates");
        if (!shapes.isArray() || shapes.isEmpty()) {
            throw BorderRefused.because("map.broken-border");
        }
        ArrayNode all = polygons.computeIfAbsent(village.get(), one -> JSON.createArrayNode());
        shapes.forEach(shape -> all.add(polygon(shape)));
    }

    private ArrayNode polygon(JsonNode rings) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw BorderRefused.because("map.broken-border");
        }
        ArrayNode polygon = JSON.createArrayNode();
        for (JsonNode ring : rings) {
            if (!ring.isArray() || ring.size() < FEWEST_POINTS) {
                throw BorderRefused.because("map.broken-border");
            }
            ArrayNode line = polygon.addArray();
            ring.forEach(point -> line.add(point(point)));
        }
        return polygon;
    }

    private ArrayNode point(JsonNode point) {
        if (!point.isArray() || !point.path(0).isNumber() || !point.path(1).isNumber()) {
            throw BorderRefused.because("map.broken-border");
        }
        double longitude = point.path(0).asDouble();
        double latitude = point.path(1).asDouble();
        if (!(Math.abs(longitude) <= MOST_LONGITUDE) || !(Math.abs(latitude) <= MOST_LATITUDE)) {
            throw BorderRefused.because("map.no-degrees");
        }
        points++;
        if (points > MOST_POINTS) {
            throw BorderRefused.because("map.too-many-points");
        }
        return JSON.createArrayNode().add(rounded(longitude)).add(rounded(latitude));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PRECISION) / PRECISION;
    }

    /** What its columns say, each once; none of a place with more columns than a table of villages has. */
    private static Set<String> texts(JsonNode properties) {
        Set<String> texts = new LinkedHashSet<>();
        if (properties.isObject() && properties.size() <= MOST_COLUMNS) {
            for (JsonNode value : properties) {
                String text = value.isValueNode() && !value.isNull() ? plain(value.asText()) : "";
                if (!text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** Whatever the columns are called: a code is known by its digits, a name by being a village's. */
    private Optional<UUID> village(Set<String> texts) {
        for (String text : texts) {
            if (byCode.containsKey(text)) {
                return Optional.of(byCode.get(text));
            }
        }
        boolean coded = texts.stream().anyMatch(text -> CODE.matcher(text).matches());
        return named(texts).filter(village -> !coded || !byCode.containsValue(village));
    }

    private Optional<UUID> named(Set<String> texts) {
        for (String town : texts) {
            if (towns.contains(town)) {
                for (String name : texts) {
                    Optional<UUID> both = byName.getOrDefault(town + name, Optional.empty());
                    if (both.isPresent()) {
                        return both;
                    }
                }
            }
        }
        return texts.stream()
                .map(text -> byName.getOrDefault(text, Optional.empty()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A name that two villages have says nothing. */
    private void name(String name, UUID village) {
        byName.merge(
                name, Optional.of(village), (first, again) -> first.equals(again) ? first : Optional.<UUID>empty());
    }

    /** A place of which nothing can be read is a dash. */
    private static String label(Set<String> texts) {
        String label = String.join(
                " ",
                texts.stream()
                        .filter(text -> !NUMBER.matcher(text).matches()
                                || CODE.matcher(text).matches())
                        .toList());
        return label.isEmpty() ? "—" : cut(label, LONGEST_TEXT);
    }

    /** In one line, without what is not to be seen. */
    static String plain(String text) {
        return NOT_SHOWN.matcher(text).replaceAll(" ").strip();
    }

    /** So many letters of it, and a sign that there were more. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) > most
                ? text.substring(0, text.offsetByCodePoints(0, most)) + "…"
                : text;
    }

    private String geoJson() {
        ObjectNode all = JSON.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = all.putArray("features");
        polygons.forEach((village, shapes) -> {
            ObjectNode feature = features.addObject().put("type", "Feature");
            feature.putObject("properties").put("name", village.toString());
            feature.putObject("geometry").put("type", "MultiPolygon").set("coordinates", shapes);
        });
        return all.toString();
    }
}
