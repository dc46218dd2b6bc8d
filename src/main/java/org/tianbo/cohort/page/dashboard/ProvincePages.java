package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.ProvinceCounts;
import org.tianbo.cohort.page.CohortMessages;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.TableDownload;

/** The counties of a province beside each other, in the order of their codes: numbers, never people. */
@Path("/province")
@RolesAllowed(Roles.PROVINCE)
@Produces(MediaType.TEXT_HTML)
class ProvincePages {

    private final ProvinceCounts counts;

    ProvincePages(ProvinceCounts counts) {
        this.counts = counts;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance counties(List<Line> lines, List<Stage> stages, int fewest);
    }

    record Line(String name, List<Cell> cells) {

        static Line of(String name, Funnel funnel) {
            return new Line(name, funnel.steps().stream().map(Cell::new).toList());
        }
    }

    /** How many of a county reached a stage. */
    record Cell(Funnel.Step step) {

        /** Not where so few reached it, or so few did not, that one could tell who. */
        public boolean shown() {
            return !few() && !nearlyAll();
        }

        public boolean nearlyAll() {
            return !few() && !ProvinceCounts.isShown(step.denominator() - step.count());
        }

        private boolean few() {
            return !ProvinceCounts.isShown(step.count()) || !ProvinceCounts.isShown(step.denominator());
        }
    }

    @GET
    public TemplateInstance counties(@Context HttpHeaders headers) {
        return Templates.counties(lines(Language.of(headers)), Arrays.asList(Stage.values()), ProvinceCounts.FEWEST);
    }

    /** The same numbers as a file; what is not shown on the page is not in it. */
    @GET
    @Path("numbers." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response file(String format, @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        ProvinceMessages words = TableDownload.words(ProvinceMessages.class, locale);
        CohortMessages ofClasses = TableDownload.words(CohortMessages.class, locale);
        TableDownload file = new TableDownload(
                words.title(),
                Stream.concat(
                                Stream.of(words.county()),
                                Arrays.stream(Stage.values()).map(ofClasses::stage))
                        .toList());
        lines(locale)
                .forEach(line -> file.row(Stream.concat(
                                Stream.of(line.name()), line.cells().stream().map(cell -> cell(cell, words)))
                        .toArray()));
        return file.as(format, "province");
    }

    private static Object cell(Cell cell, ProvinceMessages words) {
        if (cell.shown()) {
            return cell.step().count();
        }
        return cell.nearlyAll() ? words.nearlyAll(ProvinceCounts.FEWEST) : words.fewer(ProvinceCounts.FEWEST);
    }

    private List<Line> lines(Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return counts.counties().stream()
                .map(one -> Line.of(english ? one.nameEn() : one.nameZh(), one.funnel()))
                .toList();
    }
}
