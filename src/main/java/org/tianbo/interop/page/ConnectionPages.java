package org.tianbo.interop.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.connection.Connection;
import org.tianbo.interop.connection.ConnectionSecrets;
import org.tianbo.interop.connection.Connections;
import org.tianbo.interop.connection.Connections.Typed;
import org.tianbo.interop.delivery.Deliveries;
import org.tianbo.interop.delivery.Delivery;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.SubmittedForm;

/** Other systems of the county: seen by officers and auditors, changed by officers. */
@Path("/county/connections")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class ConnectionPages {

    private static final String ID = "{id:[0-9a-fA-F-]{36}}";
    private static final String HERE = "/county/connections";
    private static final int PAGE = 30;
    private static final int LARGEST = 16_384;

    private final Connections connections;
    private final ConnectionSecrets secrets;
    private final Deliveries deliveries;
    private final PublicAddress address;
    private final InteropConfig config;
    private final SignedIn signedIn;

    ConnectionPages(
            Connections connections,
            ConnectionSecrets secrets,
            Deliveries deliveries,
            PublicAddress address,
            InteropConfig config,
            SignedIn signedIn) {
        this.connections = connections;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.address = address;
        this.config = config;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance all(
                List<Connection> connections, String statements, boolean writes, FormErrors errors);

        static native TemplateInstance one(
                Connection connection, List<DeliveryView> deliveries, String next, long days, boolean writes);

        static native TemplateInstance secret(Connection connection, String secret);
    }

    @GET
    public TemplateInstance all() {
        return list(FormErrors.NONE);
    }

    /** @param before the number of the last delivery on the page before; without it the latest come first */
    @GET
    @Path(ID)
    public TemplateInstance one(UUID id, @QueryParam("before") Long before, @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        Connection connection = connections.one(id);
        Page<Delivery, Long> page = deliveries.latest(id, before == null ? Long.MAX_VALUE : before, PAGE);
        return Templates.one(
                connection,
                page.rows().stream().map(one -> DeliveryView.of(one, locale)).toList(),
                page.next().map(last -> HERE + "/" + id + "?before=" + last).orElse(""),
                config.deliveryRetention().toDays(),
                signedIn.is(Roles.OFFICER));
    }

    /** The answer holds the secret, this once; nothing else does. */
    @POST
    @Path("webhooks")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(LARGEST)
    public Response addWebhook(
            @FormParam("name") String name, @FormParam("address") String typed, @Context HttpHeaders headers) {
        return form("webhook", headers)
                .with("name", name)
                .with("address", typed)
                .answer(() -> secret(connections.add(
                        new Typed(Connection.Kind.WEBHOOK, name, typed, Optional.empty()), signedIn.id())));
    }

    /** All statements so far are brought first. */
    @POST
    @Path("stores")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(LARGEST)
    public Response addStore(
            @FormParam("name") String name,
            @FormParam("address") String typed,
            @FormParam("credentials") String credentials,
            @Context HttpHeaders headers) {
        return form("store", headers).with("name", name).with("address", typed).answer(() -> {
            Typed store = new Typed(Connection.Kind.LRS, name, typed, Optional.ofNullable(credentials));
            Connection added = connections.add(store, signedIn.id());
            deliveries.start(added.id());
            return to(added.id());
        });
    }

    @POST
    @Path(ID + "/test")
    @RolesAllowed(Roles.OFFICER)
    public Response test(UUID id) {
        deliveries.test(id);
        return to(id);
    }

    @POST
    @Path(ID + "/pause")
    @RolesAllowed(Roles.OFFICER)
    public Response pause(UUID id) {
        connections.change(id, Connection.State.PAUSED);
        return to(id);
    }

    @POST
    @Path(ID + "/start")
    @RolesAllowed(Roles.OFFICER)
    public Response start(UUID id) {
        deliveries.start(id);
        return to(id);
    }

    @POST
    @Path(ID + "/secret")
    @RolesAllowed(Roles.OFFICER)
    public Response newSecret(UUID id) {
        return secret(connections.withNewSecret(id));
    }

    @POST
    @Path(ID + "/remove")
    @RolesAllowed(Roles.OFFICER)
    public Response remove(UUID id) {
        deliveries.remove(id);
        return Response.seeOther(URI.create(HERE)).build();
    }

    @POST
    @Path(ID + "/deliveries/{delivery:[0-9a-fA-F-]{36}}/replay")
    @RolesAllowed(Roles.OFFICER)
    public Response replay(UUID id, UUID delivery) {
        deliveries.replay(id, delivery);
        return to(id);
    }

    private SubmittedForm form(String name, HttpHeaders headers) {
        return new SubmittedForm(name, headers, this::list);
    }

    private TemplateInstance list(FormErrors errors) {
        return Templates.all(
                connections.all(), address.onPaper().resolve("/xapi/").toString(), signedIn.is(Roles.OFFICER), errors);
    }

    private Response secret(Connection connection) {
        return Response.ok(Templates.secret(connection, secrets.written(connection)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create(HERE + "/" + id)).build();
    }
}
