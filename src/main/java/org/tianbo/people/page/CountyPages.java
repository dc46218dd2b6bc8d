package org.tianbo.people.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.people.opening.CountyOpening;
import org.tianbo.people.opening.CountyOpening.CountyLine;
import org.tianbo.people.opening.CountyOpening.Opened;
import org.tianbo.people.opening.NewCounty;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffList;
import org.tianbo.people.staff.StaffOffice;
import org.tianbo.people.staff.StaffOffice.Invited;
import org.tianbo.people.staff.StaffView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;

/** The operator's pages: which counties there are, opening one, and its officers' way in. */
@Path("/counties")
@RolesAllowed(Roles.ADMIN)
@FreshSignIn
@Produces(MediaType.TEXT_HTML)
class CountyPages {

    private static final String ID = "{id:[a-z][a-z0-9-]+}";
    private static final String FORM = "county";
    private static final String OFFICER = "officer";
    private static final int PAGE = 100;
    private static final int OFFICERS = 50;

    private final CountyOpening opening;
    private final StaffList staff;
    private final StaffOffice office;
    private final VillageForms villages;
    private final CurrentCounty county;

    CountyPages(
            CountyOpening opening, StaffList staff, StaffOffice office, VillageForms villages, CurrentCounty county) {
        this.villages = villages;
        this.opening = opening;
        this.staff = staff;
        this.office = office;
        this.county = county;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<CountyLine> counties, String next, FormErrors errors);

        static native TemplateInstance opened(CountyLine county, boolean added, String officer, Invited invited);

        static native TemplateInstance county(CountyLine county, List<StaffView> officers, FormErrors errors);
    }

    /** @param after the last county of the page before */
    @GET
    public TemplateInstance list(@QueryParam("after") String after) {
        return list(after, FormErrors.NONE);
    }

    @POST
    @BodyLimit(16_384)
    public Response open(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        NewCounty wanted = new NewCounty(
                sent.getFirst("id"), sent.getFirst("code"), sent.getFirst("nameZh"), sent.getFirst("nameEn"));
        SubmittedForm form = officerForm(FORM, sent, headers, errors -> list("", errors))
                .with("id", wanted.id())
                .with("code", wanted.code())
                .with("nameZh", wanted.nameZh())
                .with("nameEn", wanted.nameEn());
        return form.answer(() -> {
            Opened opened = opening.open(wanted, officer(sent));
            return once(
                    Templates.opened(
                            opening.one(opened.county()), opened.added(), sent.getFirst("name"), opened.officer()),
                    headers);
        });
    }

    @GET
    @Path(ID)
    public TemplateInstance county(String id) {
        return county(id, FormErrors.NONE);
    }

    @POST
    @Path(ID + "/officers")
    @BodyLimit(16_384)
    public Response officer(String id, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        CountyLine line = opening.one(id);
        return officerForm(OFFICER, sent, headers, errors -> county(id, errors)).answer(() -> {
            Invited invited = county.as(id, () -> office.invite(officer(sent), null));
            return once(Templates.opened(line, false, sent.getFirst("name"), invited), headers);
        });
    }

    /** For an officer who cannot get in and has no colleague who could help. */
    @POST
    @Path(ID + "/officers/{person}/password")
    public Response newPassword(String id, UUID person, @RestForm String version, @Context HttpHeaders headers) {
        CountyLine line = opening.one(id);
        return new SubmittedForm("password", headers, errors -> county(id, errors)).answer(() -> {
            StaffView officer = county.as(id, () -> staff.one(person));
            Invited invited = county.as(id, () -> office.newPassword(person, StaffPages.version(version), null));
            return once(Templates.opened(line, false, officer.name(), invited), headers);
        });
    }

    @GET
    @Path(ID + "/villages")
    public TemplateInstance villages(String id, @QueryParam("after") UUID after) {
        opening.one(id);
        return county.as(id, () -> villages.page(villages(id), after, null, FormErrors.NONE, true));
    }

    @POST
    @Path(ID + "/villages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(VillagePages.LARGEST)
    public Response takeVillages(
            String id,
            @RestForm("file") FileUpload file,
            @RestForm("kept") UUID kept,
            @RestForm("confirm") String confirm,
            @RestForm("do") String what,
            @Context HttpHeaders headers) {
        opening.one(id);
        VillageForms.Sent sent = new VillageForms.Sent(file, kept, confirm, "take".equals(what), null);
        return county.as(id, () -> villages.answer(villages(id), sent, headers));
    }

    private static String villages(String id) {
        return "/counties/" + id + "/villages";
    }

    private TemplateInstance list(String after, FormErrors errors) {
        Page<CountyLine, String> page = opening.page(Objects.requireNonNullElse(after, ""), PAGE);
        return Templates.list(
                page.rows(), page.next().map(last -> "/counties?after=" + last).orElse(""), errors);
    }

    private TemplateInstance county(String id, FormErrors errors) {
        CountyLine line = opening.one(id);
        List<StaffView> officers = county.as(id, () -> staff.officers(OFFICERS));
        return Templates.county(line, officers, errors);
    }

    private static SubmittedForm officerForm(
            String name,
            MultivaluedMap<String, String> sent,
            HttpHeaders headers,
            Function<FormErrors, TemplateInstance> page) {
        SubmittedForm form = new SubmittedForm(name, headers, page);
        for (String field : List.of("login", "name", "mobile", "email")) {
            form = form.with(field, Optional.ofNullable(sent.getFirst(field)).orElse(""));
        }
        return form;
    }

    private static Invitation officer(MultivaluedMap<String, String> sent) {
        return Invitation.officer(
                sent.getFirst("login"), sent.getFirst("name"), sent.getFirst("mobile"), sent.getFirst("email"));
    }

    /** A page with a password stays in no cache. */
    private static Response once(TemplateInstance page, HttpHeaders headers) {
        return Response.fromResponse(PageResponse.ok(page, Language.of(headers)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
