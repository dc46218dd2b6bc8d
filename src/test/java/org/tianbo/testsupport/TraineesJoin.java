package org.tianbo.testsupport;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.security.Roles;

/** Has the {@link Trainees} of a test class join. Quarkus finds it as a service. */
public final class TraineesJoin implements QuarkusTestBeforeEachCallback {

    /** Of classes whose trainees are there; an account costs several calls of Keycloak. */
    private final Set<Class<?>> joined = new HashSet<>();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Class<?> test = context.getTestInstance().getClass();
        if (joined.contains(test)) {
            return;
        }
        for (Trainees trainees : test.getAnnotationsByType(Trainees.class)) {
            for (String login : trainees.value()) {
                join(trainees, login);
            }
        }
        joined.add(test);
    }

    private static void join(Trainees trainees, String login) {
        Newcomers newcomers = CDI.current().select(Newcomers.class).get();
        UUID trainee = newcomers.join(trainees.county(), login, Roles.TRAINEE);
        for (String mentor : trainees.mentor()) {
            newcomers.assign(trainees.county(), mentor, trainee);
        }
    }
}
