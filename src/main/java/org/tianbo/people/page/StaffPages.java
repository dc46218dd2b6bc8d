package org.tianbo.people.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.staff.StaffHistoryLine;
import org.tianbo.people.staff.StaffList;
import org.tianbo.people.staff.StaffList.VillageChoice;
import org.tianbo.people.staff.StaffOffice;
import org.tianbo.people.staff.StaffOffice.Invited;
import org.tianbo.people.staff.StaffView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;

/** Who works for the county: officers invite, change and end; auditors may look. */
@Path("/county/staff")
@RolesAllowed(Roles.OFFICER)
@Produces(MediaType.TEXT_HTML)
class StaffPages {

    static final List<String> ROLES = List.of(Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR);

    private static final String PERSON = "{person:[0-9a-fA-F-]{36}}";
    private static final String FORM = "staff";
    private static final long LARGEST = 262_144;
    private static final int PAGE = 100;

    private final StaffList list;
    private final StaffOffice office;
    private final SignedIn signedIn;

    StaffPages(StaffList list, StaffOffice office, SignedIn signedIn) {
        this.list = list;
        this.office = office;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<StaffView> staff, boolean ended, String next, boolean writes);

        static native TemplateInstance invite(
                StaffForm form, List<String> roles, List<VillageChoice> villages, FormErrors errors);

        static native TemplateInstance member(
                StaffView member,
                StaffForm form,
                List<String> roles,
                List<VillageChoice> villages,
                List<StaffHistoryLine> history,
                FormErrors errors,
                boolean writes);

        static native TemplateInstance password(String name, Invited invited);
    }

    /** @param ended those whose access has ended; {@code after} the last one of the page before */
    @GET
    @RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance list(@QueryParam("ended") boolean ended, @QueryParam("after") UUID after) {
        Page<StaffView, UUID> page = list.page(ended, Optional.ofNullable(after), PAGE);
        String next = page.next()
                .map(last -> "/county/staff?ended=" + ended + "&after=" + last)
                .orElse("");
        return Templates.list(page.rows(), ended, next, signedIn.is(Roles.OFFICER));
    }

    /** @param role chosen beforehand, where another page asks for somebody of it */
    @GET
    @Path("new")
    @FreshSignIn
    public TemplateInstance invite(@QueryParam("role") String role) {
        String chosen = role != null && ROLES.contains(role) ? role : "";
        StaffForm empty = new StaffForm("", "", "", "", chosen, false, StaffForm.EMPTY.villages());
        return Templates.invite(empty, ROLES, list.villages(), FormErrors.NONE);
    }

    @POST
    @Path("new")
    @FreshSignIn
    @BodyLimit(LARGEST)
    public Response invite(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        StaffForm form = StaffForm.of(sent);
        return new SubmittedForm(FORM, headers, errors -> Templates.invite(form, ROLES, list.villages(), errors))
                .answer(() -> shown(form.name(), office.invite(form.invitation(), signedIn.id()), headers));
    }

    @GET
    @Path(PERSON)
    @FreshSignIn
    @RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
    public TemplateInstance member(UUID person) {
        return page(person, null, FormErrors.NONE);
    }

    @POST
    @Path(PERSON)
    @FreshSignIn
    @BodyLimit(LARGEST)
    public Response change(UUID person, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        StaffForm form = StaffForm.of(sent);
        return new SubmittedForm(FORM, headers, errors -> page(person, form, errors)).answer(() -> {
            office.change(person, form.invitation(), version(sent.getFirst("version")), signedIn.id());
            return to(person);
        });
    }

    @POST
    @Path(PERSON + "/password")
    @FreshSignIn
    public Response newPassword(UUID person, @RestForm String version, @Context HttpHeaders headers) {
        return new SubmittedForm("password", headers, errors -> page(person, null, errors))
                .answer(() -> shown(
                        list.one(person).name(), office.newPassword(person, version(version), signedIn.id()), headers));
    }

    @POST
    @Path(PERSON + "/end")
    @FreshSignIn
    public Response end(UUID person, @RestForm String version, @RestForm String reason, @Context HttpHeaders headers) {
        return new SubmittedForm("end", headers, errors -> page(person, null, errors))
                .with("reason", reason)
                .answer(() -> {
                    office.end(person, reason, version(version), signedIn.id());
                    return to(person);
                });
    }

    @POST
    @Path(PERSON + "/back")
    @FreshSignIn
    public Response takeBack(UUID person, @RestForm String version, @Context HttpHeaders headers) {
        return new SubmittedForm("back", headers, errors -> page(person, null, errors))
                .answer(() -> shown(
                        list.one(person).name(), office.takeBack(person, version(version), signedIn.id()), headers));
    }

    /** @param typed null to show what stands */
    private TemplateInstance page(UUID person, StaffForm typed, FormErrors errors) {
        StaffView member = list.one(person);
        return Templates.member(
                member,
                typed == null ? StaffForm.of(member, list.given(person)) : typed,
                ROLES,
                list.villages(),
                list.history(person),
                errors,
                signedIn.is(Roles.OFFICER));
    }

    private static Response shown(String name, Invited invited, HttpHeaders headers) {
        Response page = PageResponse.ok(Templates.password(name, invited), Language.of(headers));
        return Response.fromResponse(page)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response to(UUID person) {
        return Response.seeOther(URI.create("/county/staff/" + person)).build();
    }

    /** A version that no page of ours could have sent fits none. */
    static long version(String sent) {
        return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : -1;
    }
}
