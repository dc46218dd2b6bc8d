package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Fault;

class BorderFileTest {

    private static final UUID WILLOW = new UUID(0, 1);
    private static final UUID STONE = new UUID(0, 2);
    private static final UUID OTHER_STONE = new UUID(0, 3);

    private static final List<BorderFile.KnownVillage> VILLAGES = List.of(
            new BorderFile.KnownVillage(WILLOW, "360123101201", "东镇", "柳树村"),
            new BorderFile.KnownVillage(STONE, "", "东镇", "石头村"),
            new BorderFile.KnownVillage(OTHER_STONE, "", "西镇", "石头村"));

    private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[115.1234567,28.1],[115.2,28.1],[115.2,28.2],[115.1234567,28.1]]]}";

    @Test
    void placesAreMatchedByCodeThenByNameAndTownWhateverTheColumnsAreCalled() {
        BorderFile.Read read = read(
                feature("\"XZQDM\":\"360123101201\",\"name\":\"别的名字\"", SQUARE),
                feature("\"xiang\":\"西镇\",\"cun\":\"石头村\"", SQUARE),
                feature("\"NAME\":\"东镇石头村\"", SQUARE));

        assertThat(read.matched()).isEqualTo(3);
        assertThat(read.unmatched()).isEmpty();
        assertThat(read.borders())
                .contains(WILLOW.toString(), STONE.toString(), OTHER_STONE.toString(), "[115.12346,28.1]");
    }

    @Test
    void aNameThatTwoVillagesHaveMatchesNeitherAndIsListed() {
        BorderFile.Read read =
                read(feature("\"name\":\"石头村\",\"area\":12.5", SQUARE), feature("\"n\":\"柳树村\"", SQUARE));

        assertThat(read.matched()).isEqualTo(1);
        assertThat(read.unmatched()).containsExactly("石头村");
    }

    @Test
    void twoPlacesOfOneVillageMakeOneAndPointsAndLinesAreLeftOut() {
        BorderFile.Read read = read(
                feature("\"n\":\"柳树村\"", SQUARE),
                feature("\"n\":\"柳树村\"", "{\"type\":\"MultiPolygon\",\"coordinates\":[" + rings() + "]}"),
                feature("\"n\":\"东镇石头村\"", "{\"type\":\"Point\",\"coordinates\":[115,28]}"));

        assertThat(read.matched()).isEqualTo(1);
        assertThat(read.borders().split("115.12346", -1)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                             | map.no-json",
                "''                                            | map.no-geojson",
                "[1]                                           | map.no-geojson",
                "{\"type\":\"Topology\"}                       | map.no-geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | map.no-polygons"
            })
    void whatIsNoGeoJsonIsRefused(String file, String code) {
        refused(file, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[39500123.5,3112345],[39500223.5,3112345],[1,1],[1,1]]] | map.no-degrees",
                "[[[1,1],[2,2],[1,1]]]                                     | map.broken-border",
                "[[[1,1],[2],[3,3],[1,1]]]                                 | map.broken-border",
                "[[[1,1],[\"x\",2],[3,3],[1,1]]]                           | map.broken-border",
                "7                                                         | map.broken-border",
                "[]                                                        | map.broken-border"
            })
    void bordersThatCannotBeDrawnAreRefused(String coordinates, String code) {
        refused(
                collection(feature("\"n\":\"柳树村\"", "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}")),
                code);
    }

    @Test
    void aFileOfAnotherCountyOrOfTooManyPointsIsRefused() {
        refused(collection(feature("\"n\":\"不认识的村\"", SQUARE)), "map.nothing-matched");
        String ring = String.join(",", Collections.nCopies(BorderFile.MOST_POINTS + 1, "[115,28]"));
        refused(
                collection(feature("\"n\":\"柳树村\"", "{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}")),
                "map.too-many-points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "7", "null"})
    void manyPolygonsThatAreNoneAreRefused(String coordinates) {
        refused(
                collection(feature("\"n\":\"柳树村\"", "{\"type\":\"MultiPolygon\",\"coordinates\":" + coordinates + "}")),
                "map.broken-border");
    }

    @Test
    void aPlaceWithTheCodeOfAnotherCountyIsNoVillageThatHasACode() {
        BorderFile.Read read = read(
                feature("\"code\":\"360123101201\"", SQUARE),
                feature("\"code\":\"360124101201\",\"name\":\"柳树村\"", SQUARE),
                feature("\"code\":360124101202,\"town\":\"西镇\",\"name\":\"石头村\"", SQUARE));

        assertThat(read.matched()).isEqualTo(2);
        assertThat(read.unmatched()).containsExactly("360124101201 柳树村");
        assertThat(read.borders().split("115.12346", -1)).hasSize(5);
    }

    @Test
    void theCodeOfATownSaysNothingAgainstTheVillagesName() {
        assertThat(read(feature("\"town\":\"360123101000\",\"name\":\"柳树村\"", SQUARE))
                        .matched())
                .isEqualTo(1);
    }

    /** Pairs of so many texts would take days. */
    @Test
    void aPlaceThatSaysFarMoreThanVillagesDoIsNone() {
        String values = IntStream.range(0, 300_000)
                .mapToObj(column -> "\"c" + column + "\":\"v" + column + "\"")
                .collect(Collectors.joining(","));
        String names = values.replaceAll("\"c\\d+\":", "");
        BorderFile.Read read = read(
                feature("\"n\":\"东镇石头村\"", SQUARE),
                feature("\"n\":\"柳树村\"," + values, SQUARE),
                "{\"properties\":[\"柳树村\"," + names + "],\"geometry\":" + SQUARE + "}",
                feature("\"n\":[\"柳树村\"],\"m\":{\"n\":\"柳树村\"}", SQUARE));

        assertThat(read.matched()).isEqualTo(1);
        assertThat(read.unmatched()).containsExactly("—", "—", "—");
    }

    @Test
    void whatPlacesAreCalledIsOneLineOfWholeLetters() {
        BorderFile.Read read = read(
                feature("\"n\":\"柳树村\"", SQUARE),
                feature("\"n\":\"别\\u0000处\\n\\ud840\",\"long\":\"" + "长".repeat(61) + "\",\"none\":null", SQUARE),
                feature("\"a\":\"" + "𠀀".repeat(40) + "\",\"b\":\"" + "𠀁".repeat(40) + "\"", SQUARE));

        assertThat(read.unmatched()).containsExactly("别 处", "𠀀".repeat(40) + " " + "𠀁".repeat(19) + "…");
    }

    private static void refused(String file, String code) {
        assertThatThrownBy(() -> BorderFile.read(file.getBytes(StandardCharsets.UTF_8), VILLAGES))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.fields().toString()).contains(code));
    }

    private static BorderFile.Read read(String... features) {
        return BorderFile.read(collection(features).getBytes(StandardCharsets.UTF_8), VILLAGES);
    }

    private static String rings() {
        return SQUARE.substring(SQUARE.indexOf("[[["), SQUARE.length() - 1);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }
}
