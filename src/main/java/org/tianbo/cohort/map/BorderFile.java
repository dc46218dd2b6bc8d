package org.tianbo.cohort.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A GeoJSON file (RFC 7946) of borders, in degrees of longitude and latitude. Places are matched with the county's
 * villages by their code of twelve digits, else by their name where only one village has it, with the town's name
 * before it or without. Two places that are the same village make one. Of coordinates five decimals stay, a metre or
 * so: enough for a map of a county.
 */
final class BorderFile {

    /** A browser draws so many without being slow; borders of a county's villages have a tenth of them. */
    static final int MOST_POINTS = 200_000;

    private static final int MOST_PLACES = 5_000;
    private static final int LONGEST_LABEL = 60;
    private static final double PRECISION = 1e5;
    private static final double MOST_LONGITUDE = 180;
    private static final double MOST_LATITUDE = 90;
    private static final int FEWEST_POINTS = 4;
    private static final Pattern CODE = Pattern.compile("[1-9]\\d{11}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, UUID> byCode = new HashMap<>();
    private final Map<String, Optional<UUID>> byName = new HashMap<>();
    private final Map<UUID, ArrayNode> polygons = new LinkedHashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private int points;

    private BorderFile(List<KnownVillage> villages) {
        for (KnownVillage village : villages) {
            if (!village.code().isEmpty()) {
                byCode.put(village.code(), village.id());
            }
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

    /** @throws BorderRefused when no village's border can be read from it */
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
        List<JsonNode> shapes = new ArrayList<>();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> shapes.add(geometry.path("coordinates"));
            case "MultiPolygon" -> geometry.path("coordinates").forEach(shapes::add);
            default -> {
                return;
            }
        }
        Optional<UUID> village = village(feature.path("properties"));
        if (village.isEmpty()) {
            unmatched.add(label(feature.path("properties")));
            return;
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

    /** Whatever the columns are called: a code is known by its digits, a name by being a village's. */
    private Optional<UUID> village(JsonNode properties) {
        List<String> texts = new ArrayList<>();
        properties.forEach(value -> texts.add(value.asText().strip()));
        for (String text : texts) {
            if (byCode.containsKey(text)) {
                return Optional.of(byCode.get(text));
            }
        }
        for (String town : texts) {
            for (String name : texts) {
                Optional<UUID> both = byName.getOrDefault(town + name, Optional.empty());
                if (both.isPresent()) {
                    return both;
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

    private static String label(JsonNode properties) {
        List<String> texts = new ArrayList<>();
        properties.forEach(value -> {
            String text = value.asText().strip();
            if (!text.isEmpty()
                    && (!text.matches("[-\\d.]+") || CODE.matcher(text).matches())) {
                texts.add(text);
            }
        });
        String label = String.join(" ", texts).replaceAll("\\s+", " ");
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "…" : label;
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
