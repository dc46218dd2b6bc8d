package org.tianbo.cohort.page.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.outcome.Face;
import org.tianbo.cohort.outcome.SatisfactionCounts;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.TableDownload;

/** How trainees say it goes, class by class: how many answered what, out of how many who were asked. */
@Path("/dashboards/satisfaction")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class SatisfactionPages {

    /** On a page; each may have three rows. */
    private static final int CLASSES = 50;

    private final SatisfactionCounts counts;
    private final Cohorts cohorts;
    private final StaffVillages villages;

    SatisfactionPages(SatisfactionCounts counts, Cohorts cohorts, StaffVillages villages) {
        this.counts = counts;
        this.cohorts = cohorts;
        this.villages = villages;
    }

    @CheckedTemplate
    static class Templates {
        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance rounds(
                List<SatisfactionCounts.Round> rounds, List<Face> faces, int fewest, String next);

        static native TemplateInstance words(String className, List<String> words, int fewest);
    }

    /** @param after the last class of the page before */
    @GET
    public TemplateInstance rounds(@QueryParam("after") UUID after) {
        refuseUnlessWhole();
        Page<SatisfactionCounts.Round, UUID> page = counts.rounds(Optional.ofNullable(after), CLASSES);
        return Templates.rounds(
                page.rows(),
                List.of(Face.values()),
                SatisfactionCounts.FEWEST,
                page.next()
                        .map(last -> "/dashboards/satisfaction?after=" + last)
                        .orElse(""));
    }

    /** The same table as a file; what is not shown on the page is not in it. */
    @GET
    @Path("numbers." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response file(String format, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        SayMessages words = TableDownload.words(SayMessages.class, Language.of(headers));
        TableDownload file = new TableDownload(
                words.numbers(),
                Stream.concat(
                                Stream.of(
                                        words.klass(),
                                        words.when(),
                                        words.asked(),
                                        words.answered(),
                                        words.published()),
                                Arrays.stream(Face.values()).map(words::face))
                        .toList());
        Optional<UUID> after = Optional.empty();
        do {
            Page<SatisfactionCounts.Round, UUID> page = counts.rounds(after, CLASSES);
            page.rows().forEach(one -> file.row(row(one, words)));
            after = page.next();
        } while (after.isPresent());
        return file.as(format, "satisfaction");
    }

    private static Object[] row(SatisfactionCounts.Round one, SayMessages words) {
        return Stream.concat(
                        Stream.of(
                                one.className(),
                                words.since(one.months()),
                                one.asked(),
                                one.answered(),
                                one.published()),
                        Arrays.stream(Face.values()).map(face -> shown(one, face)))
                .toArray();
    }

    private static Object shown(SatisfactionCounts.Round round, Face face) {
        return round.isEnough() && !round.isUnanimous() ? round.of(face) : "";
    }

    /** The sentences behind the numbers, nobody's name beside them. */
    @GET
    @Path("{cohort}/{round:[1-3]}")
    public TemplateInstance words(UUID cohort, int round) {
        refuseUnlessWhole();
        return Templates.words(cohorts.cohort(cohort).name(), counts.words(cohort, round), SatisfactionCounts.FEWEST);
    }

    /** A part of a class is too few people to hide among. */
    private void refuseUnlessWhole() {
        if (!villages.mine().all()) {
            throw new ForbiddenException();
        }
    }
}
