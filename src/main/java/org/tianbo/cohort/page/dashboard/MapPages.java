package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.counts.BorderRefused;
import org.tianbo.cohort.counts.CountChoices;
import org.tianbo.cohort.counts.CountFilter;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.counts.VillageBorders;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.TableDownload;
import org.tianbo.platform.web.TableUpload;

/** How far each village has come, as a table and, once the county has brought its borders, as a map. */
@Path("/dashboards/map")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class MapPages {

    static final long LARGEST = 4L * 1024 * 1024;

    /** Of fewer people, one of them would be seen in their village's colour. */
    private static final int FEWEST = 5;

    private static final String ADDRESS = "/dashboards/map";

    private final StageCounts counts;
    private final CountChoices choices;
    private final VillageBorders borders;
    private final Cohorts cohorts;
    private final StaffVillages villages;
    private final SignedIn signedIn;

    MapPages(
            StageCounts counts,
            CountChoices choices,
            VillageBorders borders,
            Cohorts cohorts,
            StaffVillages villages,
            SignedIn signedIn) {
        this.counts = counts;
        this.choices = choices;
        this.borders = borders;
        this.cohorts = cohorts;
        this.villages = villages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance map(DashboardQuery query, DashboardForm form, VillageMap map, FormErrors errors);
    }

    /**
     * What the map shows.
     *
     * @param stage whose share colours the villages
     * @param villages how many the county has
     * @param borders empty while the county has brought none
     */
    record VillageMap(
            Stage stage,
            List<Stage> stages,
            List<Line> lines,
            int villages,
            int fewest,
            Optional<VillageBorders.About> borders,
            boolean writes) {}

    /** A village in which somebody was ever in a class. */
    record Line(CountChoices.VillageChoice village, Funnel.Step step, DashboardQuery query) {

        /** The list of everybody ever in a class. */
        public String everybody() {
            return query.people(Stage.ENROLLED);
        }

        /** The list of those who reached the stage. */
        public String reached() {
            return query.people(step.stage());
        }

        /** Whether enough people are of it for a share. */
        public boolean isShown() {
            return step.denominator() >= FEWEST;
        }
    }

    @GET
    public TemplateInstance map(@BeanParam DashboardQuery query) {
        refuseUnlessWhole();
        query.cohortId().ifPresent(cohorts::require);
        return page(query, FormErrors.NONE);
    }

    /** The borders, each named by the id of its village. */
    @GET
    @Path("borders.json")
    @Produces("application/geo+json")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public String borders() {
        refuseUnlessWhole();
        return borders.geoJson().orElse("{\"type\":\"FeatureCollection\",\"features\":[]}");
    }

    /** The table behind the map. */
    @GET
    @Path("villages." + TableDownload.FORMAT)
    @Produces({TableDownload.CSV, TableDownload.XLSX})
    public Response file(String format, @BeanParam DashboardQuery query, @Context HttpHeaders headers) {
        refuseUnlessWhole();
        query.cohortId().ifPresent(cohorts::require);
        Stage stage = stage(query);
        DashboardWords words = DashboardWords.in(Language.of(headers));
        BordersMessages own = TableDownload.words(BordersMessages.class, Language.of(headers));
        TableDownload file = new TableDownload(
                own.title(),
                List.of(
                        words.own().town(),
                        words.own().village(),
                        words.own().trainees(),
                        words.ofClasses().stage(stage),
                        own.share() + " %"));
        lines(choices.choices(), stage)
                .forEach(line -> file.row(
                        line.village().town(),
                        line.village().name(),
                        line.step().denominator(),
                        line.step().count(),
                        line.isShown() ? line.step().percent() : ""));
        return file.as(format, "villages");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(LARGEST)
    public Response take(@RestForm("file") FileUpload file, @Context HttpHeaders headers) {
        return new SubmittedForm("borders", headers, errors -> page(ofEverybody(), errors)).answer(() -> {
            TableUpload upload = TableUpload.of(file, BorderRefused::fileMissing);
            borders.take(upload.name(), upload.bytes(), signedIn.id());
            return Response.seeOther(URI.create(ADDRESS)).build();
        });
    }

    private TemplateInstance page(DashboardQuery query, FormErrors errors) {
        CountChoices.Choices possible = choices.choices();
        Stage stage = stage(query);
        List<Line> lines = lines(possible, stage);
        return Templates.map(
                query,
                DashboardForm.of(query, possible, villages.mine()),
                new VillageMap(
                        stage,
                        Arrays.stream(Stage.values()).skip(1).toList(),
                        lines,
                        possible.villages().size(),
                        FEWEST,
                        borders.about(),
                        signedIn.is(Roles.OFFICER)),
                errors);
    }

    private static Stage stage(DashboardQuery query) {
        return query.wantedStage() == Stage.ENROLLED ? Stage.CERTIFIED : query.wantedStage();
    }

    private List<Line> lines(CountChoices.Choices possible, Stage stage) {
        Map<String, Funnel> byVillage = counts.by(StageCounts.Side.VILLAGE, CountFilter.EVERYBODY).stream()
                .collect(Collectors.toMap(StageCounts.Part::key, StageCounts.Part::funnel));
        return possible.villages().stream()
                .filter(village -> byVillage.containsKey(village.id().toString()))
                .map(village -> line(village, byVillage.get(village.id().toString()), stage))
                .toList();
    }

    private static Line line(CountChoices.VillageChoice village, Funnel funnel, Stage stage) {
        return new Line(
                village,
                funnel.steps().get(stage.ordinal()),
                ofEverybody().part(StageCounts.Side.VILLAGE, village.id().toString()));
    }

    private static DashboardQuery ofEverybody() {
        return new DashboardQuery("", "", "", "", "", "", false, "", "");
    }

    /** Where people of all villages stand is not for whoever sees a part of the county. */
    private void refuseUnlessWhole() {
        if (!villages.mine().all()) {
            throw new ForbiddenException();
        }
    }
}
