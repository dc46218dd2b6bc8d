package org.tianbo.cohort.page.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.search.SavedLists;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** Lists of people that one comes back to: kept under a name, renamed, removed and brought back. */
@Path("/people/lists")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class SavedListPages {

    private static final String ALL = "/people/lists";

    private final SavedLists lists;
    private final SignedIn signedIn;

    SavedListPages(SavedLists lists, SignedIn signedIn) {
        this.lists = lists;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance lists(
                List<SavedLists.View> lists, Optional<SavedLists.View> removed, FormErrors errors);
    }

    /** @param removed the one that was just removed */
    @GET
    public TemplateInstance all(@QueryParam("removed") UUID removed) {
        return page(Optional.ofNullable(removed), FormErrors.NONE);
    }

    /** Keeps the list whose address has this query. */
    @POST
    public Response save(
            @BeanParam PeopleQuery query, @RestForm("list-name") String name, @Context HttpHeaders headers) {
        query.filter(false);
        query.order();
        return new SubmittedForm("save", headers, errors -> page(Optional.empty(), errors))
                .with("list-name", name)
                .with("query", query.inPages().query())
                .answer(() -> {
                    lists.save(signedIn.id(), name, query.inPages().query());
                    return to(query.inPages().address());
                });
    }

    @POST
    @Path("{id}/name")
    public Response rename(UUID id, @RestForm("list-name") String name, @Context HttpHeaders headers) {
        return new SubmittedForm(id.toString(), headers, errors -> page(Optional.empty(), errors))
                .with("list-name", name)
                .answer(() -> {
                    lists.rename(signedIn.id(), id, name);
                    return to(ALL);
                });
    }

    @POST
    @Path("{id}/removal")
    public Response remove(UUID id) {
        lists.remove(signedIn.id(), id);
        return to(ALL + "?removed=" + id);
    }

    @POST
    @Path("{id}/return")
    public Response restore(UUID id, @Context HttpHeaders headers) {
        return new SubmittedForm("return", headers, errors -> page(Optional.of(id), errors)).answer(() -> {
            lists.restore(signedIn.id(), id);
            return to(ALL);
        });
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private TemplateInstance page(Optional<UUID> removed, FormErrors errors) {
        UUID owner = signedIn.id();
        return Templates.lists(lists.of(owner), removed.flatMap(id -> lists.removed(owner, id)), errors);
    }
}
