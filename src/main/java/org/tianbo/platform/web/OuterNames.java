package org.tianbo.platform.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/**
 * Finds what a template names inside a loop, a {@code let} or a layout although it was given further out, such as a
 * parameter of the page. Qute by itself asks all its resolvers, of which each type in a template has one, before it
 * looks one step further out, and does so at each step: in a long table that took nine tenths of the page's time.
 */
@EngineConfiguration
public class OuterNames implements ValueResolver {

    /** Before all others, of which the first comes with 15. */
    private static final int FIRST = 1_000;

    @Override
    public int getPriority() {
        return FIRST;
    }

    /** To the first name of an expression alone: what follows it is asked of that value and not of what is around. */
    @Override
    public boolean appliesTo(EvalContext context) {
        ResolutionContext around = context.resolutionContext();
        return around != null
                && context.getBase() instanceof Mapper
                && context.getBase() == around.getData()
                && context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        String name = context.getName();
        for (ResolutionContext around = context.resolutionContext();
                around != null && around.getData() instanceof Mapper names;
                around = around.getParent()) {
            if (names.appliesTo(name)) {
                CompletionStage<Object> found = names.getAsync(name);
                if (!isMissing(found)) {
                    return found;
                }
            }
        }
        // Qute goes on as if nobody had been asked yet.
        return Results.notFound(context);
    }

    private static boolean isMissing(CompletionStage<Object> found) {
        return found instanceof CompletedStage<Object> done && !done.isFailure() && Results.isNotFound(done.get());
    }
}
