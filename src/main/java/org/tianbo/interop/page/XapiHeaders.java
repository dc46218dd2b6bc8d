package org.tianbo.interop.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.tianbo.interop.statement.StatementJson;

/** xAPI wants its version in every answer, that of a refusal too. */
class XapiHeaders {

    static final String VERSION = "X-Experience-API-Version";
    static final String CONSISTENT_THROUGH = "X-Experience-API-Consistent-Through";

    @ServerResponseFilter
    public void version(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/xapi/")) {
            response.getHeaders().putSingle(VERSION, StatementJson.VERSION);
        }
    }
}
