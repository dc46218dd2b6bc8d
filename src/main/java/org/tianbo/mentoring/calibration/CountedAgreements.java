package org.tianbo.mentoring.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.MentorAgreements;
import org.tianbo.platform.data.Page;

/** Works agreement out from what mentors gave the examples that are published today, in today's words. */
@ApplicationScoped
class CountedAgreements implements MentorAgreements {

    private final ExampleScoreTable table;
    private final Curriculum curriculum;

    CountedAgreements(ExampleScoreTable table, Curriculum curriculum) {
        this.table = table;
        this.curriculum = curriculum;
    }

    private record Scored(String name, ExampleScores scores, Rubric.Example example) {

        boolean sawRule() {
            return scores.vetoed() == example.veto().isPresent();
        }
    }

    @Override
    public List<OfMentor> mentors() {
        Rubric rubric = curriculum.rubric();
        Map<UUID, List<Scored>> byMentor = new LinkedHashMap<>();
        scored().forEach(one -> byMentor.computeIfAbsent(one.scores().mentor(), any -> new ArrayList<>())
                .add(one));
        return byMentor.entrySet().stream()
                .map(one -> new OfMentor(
                        one.getKey(),
                        one.getValue().get(0).name(),
                        one.getValue().size(),
                        (int) one.getValue().stream().filter(Scored::sawRule).count(),
                        WeightedKappa.of(one.getValue().stream()
                                .flatMap(scored -> given(scored, rubric))
                                .toList())))
                .toList();
    }

    @Override
    public List<OfCriterion> criteria() {
        Rubric rubric = curriculum.rubric();
        List<Given> all = scored().flatMap(one -> given(one, rubric)).toList();
        return rubric.criteria().stream()
                .map(criterion -> new OfCriterion(
                        criterion.id(),
                        criterion.title(),
                        WeightedKappa.of(all.stream()
                                .filter(one -> one.criterion().equals(criterion.id()))
                                .toList())))
                .toList();
    }

    @Override
    public Page<Given, UUID> given(Asked asked, Optional<UUID> after, int size) {
        List<Rubric.Example> examples = asked.reader().map(this::scoredBy).orElseGet(curriculum::examples);
        Rubric rubric = curriculum.rubric();
        List<ExampleScoreTable.Wanted> wanted = examples.stream()
                .flatMap(example -> rubric.criteria().stream()
                        .map(Rubric.Criterion::id)
                        .filter(criterion ->
                                isAsked(asked, criterion) && example.scores().containsKey(criterion))
                        .map(criterion -> new ExampleScoreTable.Wanted(example.slug(), example.version(), criterion)))
                .toList();
        Page<ExampleScoreTable.Named, UUID> page =
                Page.of(table.page(wanted, asked.mentor(), after, size + 1), size, row -> row.scores()
                        .id());
        return new Page<>(
                scored(page.rows(), examples)
                        .flatMap(one -> given(one, rubric))
                        .filter(one -> isAsked(asked, one.criterion()))
                        .toList(),
                page.next());
    }

    private static boolean isAsked(Asked asked, String criterion) {
        return asked.criterion().map(criterion::equals).orElse(true);
    }

    private List<Rubric.Example> scoredBy(UUID mentor) {
        List<ExampleScores> scores = table.of(mentor);
        return curriculum.examples().stream()
                .filter(example -> scores.stream().anyMatch(one -> isOf(one, example)))
                .toList();
    }

    private Stream<Scored> scored() {
        return scored(table.all(), curriculum.examples());
    }

    private static Stream<Scored> scored(List<ExampleScoreTable.Named> rows, List<Rubric.Example> examples) {
        return rows.stream().flatMap(row -> examples.stream()
                .filter(example -> isOf(row.scores(), example))
                .map(example -> new Scored(row.name(), row.scores(), example)));
    }

    private static boolean isOf(ExampleScores scores, Rubric.Example example) {
        return example.slug().equals(scores.example()) && example.version().equals(scores.version());
    }

    private static Stream<Given> given(Scored one, Rubric rubric) {
        return rubric.criteria().stream()
                .filter(criterion -> one.scores().levels().containsKey(criterion.id())
                        && one.example().scores().containsKey(criterion.id()))
                .map(criterion -> new Given(
                        one.scores().mentor(),
                        one.name(),
                        one.example().title(),
                        criterion.id(),
                        criterion.title(),
                        one.scores().levels().get(criterion.id()),
                        one.example().scores().get(criterion.id()).level(),
                        one.scores().at()));
    }
}
