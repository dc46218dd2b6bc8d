package org.tianbo.interop.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.interop.InteropRefused;
import org.tianbo.interop.statement.StatementJson;
import org.tianbo.interop.statement.StatementPage;
import org.tianbo.interop.statement.Statements;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.PublicAddress;

/**
 * The county's statements for another learning system that fetches them: the reading half of an xAPI 1.0.3 LRS. Only
 * a program that the operator has entitled for one county may ask.
 */
@Path("/xapi")
@RolesAllowed(Roles.SYSTEM)
@Produces(MediaType.APPLICATION_JSON)
class XapiResource {

    private static final String STATEMENTS = "/xapi/statements";

    private static final String EXAMPLE =
            """
            {"statements": [{"id": "019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11",
              "actor": {"objectType": "Agent", "account": {"homePage": "https://tianbo.example.org",
                "name": "019b2f70-11aa-7c55-8d21-6f0e3b9a7c42"}},
              "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "completed"}},
              "object": {"objectType": "Activity",
                "id": "https://tianbo.example.org/xapi/activities/lessons/first-sentence",
                "definition": {"type": "http://adlnet.gov/expapi/activities/lesson"}},
              "result": {"completion": true},
              "context": {"platform": "Tianbo"}, "timestamp": "2026-04-03T02:11:09Z",
              "stored": "2026-04-03T02:11:10.000001Z", "authority": {"objectType": "Agent",
                "account": {"homePage": "https://tianbo.example.org", "name": "tianbo"}}, "version": "1.0.3"}],
             "more": "/xapi/statements?ascending=true&from=1"}
            """;

    private final Statements statements;
    private final PublicAddress address;
    private final ObjectMapper json;

    XapiResource(Statements statements, PublicAddress address, ObjectMapper json) {
        this.statements = statements;
        this.address = address;
        this.json = json;
    }

    @GET
    @Path("about")
    @PermitAll
    @Operation(summary = "Which versions of xAPI are spoken here")
    public Map<String, Object> about() {
        return Map.of("version", List.of(StatementJson.VERSION));
    }

    @GET
    @Path("statements")
    @Operation(
            summary = "What the county's trainees have done, as xAPI 1.0.3 statements",
            description = "Fetch with ascending=true, follow `more` while there is one, and begin the next time with "
                    + "`since` and the last `stored`: nothing comes twice and nothing is missed. People are accounts "
                    + "of this installation, without name or phone number. A statement with the verb `voided` takes "
                    + "back an earlier one whose person was erased: forget that one too.")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "page", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "Without the version's header, or a parameter that does not fit")
    public RestResponse<Map<String, Object>> statements(
            @HeaderParam(XapiHeaders.VERSION) String version,
            @BeanParam StatementQuery query,
            @Context UriInfo request) {
        if (version == null || !version.matches("1\\.0(\\.\\d{1,3})?")) {
            throw InteropRefused.version();
        }
        URI home = address.onPaper();
        Optional<UUID> one = query.one(request.getQueryParameters().keySet());
        if (one.isPresent()) {
            StatementPage found = statements.one(one.get());
            return answer(StatementJson.of(found.statements().get(0), home), found);
        }
        StatementPage page = statements.page(query.filter(json, home), query.size());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "statements",
                page.statements().stream()
                        .map(statement -> StatementJson.of(statement, home))
                        .toList());
        result.put("more", page.next().map(last -> more(request, last)).orElse(""));
        return answer(result, page);
    }

    private static RestResponse<Map<String, Object>> answer(Map<String, Object> body, StatementPage page) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(XapiHeaders.CONSISTENT_THROUGH, StatementJson.time(page.through()))
                .build();
    }

    /** The same list, after that one. */
    private static String more(UriInfo request, long last) {
        URI next =
                request.getRequestUriBuilder().replaceQueryParam("from", last).build();
        return STATEMENTS + "?" + next.getRawQuery();
    }
}
