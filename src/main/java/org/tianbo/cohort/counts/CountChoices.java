package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What of a county its numbers can be narrowed by. */
@ApplicationScoped
public class CountChoices {

    private static final String CLASSES = "select id, name from cohorts where county = ? order by starts_on desc, name";

    private static final String VILLAGES = "select id, town, name from villages where county = ? order by reading, id";

    private static final String CATEGORIES =
            """
            select category from stage_counts where county = ? and grain = 6
            group by category having sum(enrolled) > 0 order by sum(enrolled) desc, category limit 100
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    CountChoices(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    public record ClassChoice(UUID id, String name) {}

    public record VillageChoice(UUID id, String town, String name) {}

    /**
     * @param classes all of the county's, the latest first
     * @param categories the most frequent first; the empty text stands for those without one
     */
    public record Choices(List<ClassChoice> classes, List<VillageChoice> villages, List<String> categories) {

        public Optional<VillageChoice> village(UUID id) {
            return villages.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        public Optional<ClassChoice> cohort(UUID id) {
            return classes.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        public List<String> towns() {
            return villages.stream().map(VillageChoice::town).distinct().toList();
        }
    }

    public Choices choices() {
        return new Choices(
                classes(),
                reads.rows(
                        VILLAGES,
                        row -> new VillageChoice(
                                row.getObject("id", UUID.class), row.getString("town"), row.getString("name")),
                        county.id()),
                reads.rows(CATEGORIES, row -> row.getString("category"), county.id()));
    }

    /** For numbers that nothing else narrows. */
    public Choices classesAlone() {
        return new Choices(classes(), List.of(), List.of());
    }

    private List<ClassChoice> classes() {
        return reads.rows(
                CLASSES, row -> new ClassChoice(row.getObject("id", UUID.class), row.getString("name")), county.id());
    }
}
