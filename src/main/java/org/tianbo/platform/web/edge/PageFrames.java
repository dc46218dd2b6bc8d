package org.tianbo.platform.web.edge;

import jakarta.ws.rs.core.Response;

/** Pages that show another of our pages in a frame, and pages that may be shown in one. All others refuse both. */
public final class PageFrames {

    static final String POLICY = "Content-Security-Policy";

    private PageFrames() {}

    /** The page, which shows pages of ours in frames. */
    public static Response showing(Response page) {
        return Response.fromResponse(page)
                .header(POLICY, SecurityHeaders.policy("'none'") + "; frame-src 'self'")
                .build();
    }

    /** The page, which pages of ours may show in a frame. */
    public static Response shown(Response page) {
        return Response.fromResponse(page)
                .header(POLICY, SecurityHeaders.policy("'self'"))
                .build();
    }
}
