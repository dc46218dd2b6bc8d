package org.tianbo.cohort.counts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tianbo.cohort.Stage;

/** What the map of a county and the page of its province have to show of those who were counted. */
final class MapAndProvince {

    private static final int FEWEST = 5;
    private static final String HIDDEN = "hidden";

    private MapAndProvince() {}

    /** Of each village with anybody: how many, and how many of them reached the stage. */
    static List<String> ofVillages(List<CountedCounty.Counted> all, Stage stage) {
        return all.stream().collect(Collectors.groupingBy(CountedCounty.Counted::village)).values().stream()
                .map(village -> village.size() + " " + reached(village, stage))
                .sorted()
                .toList();
    }

    /** How many reached each stage, except where one could tell who. */
    static List<String> ofTheCounty(List<CountedCounty.Counted> all) {
        return Arrays.stream(Stage.values())
                .map(stage -> reached(all, stage))
                .map(reached -> canBeTold(reached) && canBeTold(all.size()) && canBeTold(all.size() - reached)
                        ? Long.toString(reached)
                        : HIDDEN)
                .toList();
    }

    /** The county's cells, without shares. */
    static List<String> shown(String page) {
        String row = page.substring(page.indexOf(">" + CountedCounty.NAME));
        return Arrays.stream(row.substring(0, row.indexOf("</tbody>"))
                        .split("<tr")[0]
                        .split("<td"))
                .skip(1)
                .map(cell -> cell.contains("data-share")
                        ? cell.substring(cell.indexOf('>') + 1)
                                .replaceAll("<[^>]*>", " ")
                                .strip()
                                .split("\\D")[0]
                        : HIDDEN)
                .toList();
    }

    private static long reached(List<CountedCounty.Counted> people, Stage stage) {
        return stage == Stage.ENROLLED
                ? people.size()
                : people.stream().filter(one -> one.held().containsKey(stage)).count();
    }

    private static boolean canBeTold(long people) {
        return people == 0 || people >= FEWEST;
    }
}
