package org.tianbo.cohort.page.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.DaysToStage;
import org.tianbo.cohort.counts.MonthlyCounts;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.mentoring.MentorLoad;
import org.tianbo.platform.web.TableDownload;

/** The tables of pages with numbers as files: what stands on the page, in its order. */
final class DashboardFile {

    private DashboardFile() {}

    /** The parts, and all of them together. */
    static TableDownload parts(SideBySide parts, Funnel all, DashboardWords words) {
        TableDownload file =
                new TableDownload(words.own().sideBySide(), stages(words.own().side(parts.side()), words));
        parts.rows().forEach(row -> file.row(cells(words.name(parts.side(), row), row.funnel())));
        file.row(cells(words.own().everything(), all));
        return file;
    }

    /** The ends of months, and today. */
    static TableDownload months(List<MonthlyCounts.MonthEnd> months, Funnel now, DashboardWords words) {
        TableDownload file =
                new TableDownload(words.own().byMonth(), stages(words.own().month(), words));
        months.forEach(end -> file.row(cells(end.month().toString(), end.funnel())));
        file.row(cells(words.own().today(), now));
        return file;
    }

    static TableDownload times(List<DaysToStage> steps, DashboardWords words) {
        DashboardMessages own = words.own();
        TableDownload file = new TableDownload(
                own.howLong(),
                List.of(
                        own.stage(),
                        own.trainees(),
                        own.median(),
                        own.quarterOfThem(),
                        own.threeQuartersOfThem(),
                        own.shortest(),
                        own.longest()));
        for (DaysToStage step : steps) {
            List<Object> days = step.trainees() == 0
                    ? List.of("", "", "", "", "")
                    : List.of(step.median(), step.quarter(), step.threeQuarters(), step.shortest(), step.longest());
            file.row(Stream.of(List.of(words.ofClasses().stage(step.stage()), step.trainees()), days)
                    .flatMap(List::stream)
                    .toArray());
        }
        return file;
    }

    static TableDownload mentors(List<MentorLoad> loads, DashboardWords words) {
        DashboardMessages own = words.own();
        TableDownload file = new TableDownload(
                own.mentors(),
                List.of(
                        own.mentor(),
                        own.trainees(),
                        own.waiting(),
                        own.overdue(),
                        own.published(),
                        own.late(),
                        own.medianHours()));
        for (MentorLoad load : loads) {
            file.row(
                    load.name(),
                    load.trainees(),
                    load.waiting(),
                    load.overdue(),
                    load.published(),
                    load.late(),
                    load.medianHours().<Object>map(hours -> hours).orElse(""));
        }
        return file;
    }

    private static List<String> stages(String first, DashboardWords words) {
        return Stream.of(
                        Stream.of(first),
                        Arrays.stream(Stage.values()).map(words.ofClasses()::stage),
                        Stream.of(words.own().left()))
                .flatMap(names -> names)
                .toList();
    }

    private static Object[] cells(String name, Funnel funnel) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        funnel.steps().forEach(step -> cells.add(step.count()));
        cells.add(funnel.left());
        return cells.toArray();
    }
}
