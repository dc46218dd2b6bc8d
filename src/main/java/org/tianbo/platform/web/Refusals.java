package org.tianbo.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Requests that were turned away, for whoever watches over the installation: a line in the log and a count by reason,
 * {@code tianbo.refused{reason}}. Never who asked, nor what was sent.
 */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final String COUNTER = "tianbo.refused";

    /** Why a request was turned away. */
    public enum Reason {
        /** A token or a session that does not hold, or none where one is needed. */
        NOT_SIGNED_IN,
        /** Signed in too long ago for what was asked. */
        SIGN_IN_TOO_OLD,
        /** Signed in, but without the role. */
        NO_ROLE,
        /** A write that another site made a browser send. */
        CROSS_SITE,
        /** A signed link that is forged or has run out. */
        BAD_LINK,
        /** An address in the Host header that is not ours. */
        UNKNOWN_HOST,
        /** Too many wrong PINs or passwords. */
        TOO_MANY_TRIES
    }

    private final MeterRegistry meters;

    public Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    public void record(Reason reason, RoutingContext context) {
        String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.counter(COUNTER, "reason", name).increment();
        LOG.infof("Refused, %s: %s %s", name, context.request().method(), context.normalizedPath());
    }
}
