package org.tianbo;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the code that no compiler holds: HTTP at the edge only, one spelling of each habit, one clock. */
class CodeRulesTest {

    @Test
    void repositoriesAndEntitiesStayInTheirFeature() {
        Set<String> shown = MainClasses.ALL.stream()
                .filter(type -> type.getSimpleName().endsWith("Repository")
                        || type.isAnnotatedWith(jakarta.persistence.Entity.class))
                .filter(type -> type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !feature(use.getOriginClass()).equals(feature(type))))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown)
                .as("repositories and entities that another feature uses")
                .isEmpty();
    }

    @Test
    void httpIsKnownAtTheEdgeOnly() {
        ArchRule rule = noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Pages")
                .and()
                .resideOutsideOfPackages(
                        "org.tianbo.*.page..",
                        "org.tianbo.platform.web..",
                        "org.tianbo.platform.session..",
                        "org.tianbo.platform.embedded..")
                .and(topLevelIsNoEdge())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..");
        rule.check(MainClasses.ALL);
    }

    /** Quarkus REST gives any other method no route and says so in a build log line only. */
    @Test
    void whatAnswersARequestIsPublic() {
        methods()
                .that()
                .areAnnotatedWith(jakarta.ws.rs.GET.class)
                .or()
                .areAnnotatedWith(jakarta.ws.rs.POST.class)
                .or()
                .areAnnotatedWith(jakarta.ws.rs.PUT.class)
                .or()
                .areAnnotatedWith(jakarta.ws.rs.DELETE.class)
                .should()
                .bePublic()
                .check(MainClasses.ALL);
    }

    /** Quarkus REST runs a method on a worker unless it answers by and by, and knows parameters by name. */
    @Test
    void oneHabitHasOneSpelling() {
        noClasses().should().beAnnotatedWith(Blocking.class).check(MainClasses.ALL);
        methods()
                .that()
                .areAnnotatedWith(Blocking.class)
                .should()
                .haveRawReturnType(CompletionStage.class)
                .orShould()
                .haveRawReturnType(Multi.class)
                .check(MainClasses.ALL);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.jboss\\.resteasy\\.reactive\\.Rest(Path|Query|Header|Cookie)|.*\\.PathParam")
                .check(MainClasses.ALL);
        // Hibernate remembers no plan of these: NativeQueries says why.
        noClasses()
                .should()
                .callMethodWhere(
                        target(name("createNativeQuery")).and(target(rawParameterTypes(String.class, Class.class))))
                .check(MainClasses.ALL);
    }

    @Test
    void noDrawers() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..service..",
                        "..services..",
                        "..dto..",
                        "..impl..",
                        "..helper..",
                        "..common..",
                        "..misc..")
                .check(MainClasses.ALL);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.lang.System.class, "currentTimeMillis")
                .check(MainClasses.ALL);
    }

    /**
     * Bytes that people send meet ffmpeg, and any other process, in one place only, which limits what it may read and
     * use.
     */
    @Test
    void whatPeopleSendMeetsProcessesInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(org.tianbo.media.Ffmpeg.class.getName())
                .and()
                // The local services' own tools, which see nothing that people send.
                .resideOutsideOfPackage("org.tianbo.platform.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco.ffmpeg..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ProcessBuilder.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Runtime.class.getName())
                .check(MainClasses.ALL);
    }

    /**
     * Nested types of an edge belong to it. Some edges have names of their own: {@code Playback} sends bytes to
     * players, {@code Accounts} speaks to Keycloak, whose client is JAX-RS and is made by {@code AccountsClient}; and
     * what people send to Keycloak passes through {@code KeycloakProxy}; {@code OutsideClient} calls other systems.
     */
    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> topLevelIsNoEdge() {
        return com.tngtech.archunit.base.DescribedPredicate.describe("stand below the edge", type -> {
            String outermost = type.getName().replaceAll("\\$.*", "");
            return Stream.of(
                            "Resource",
                            "Pages",
                            "media.playback.Playback",
                            "people.account.Accounts",
                            "people.account.AccountsClient",
                            "signin.KeycloakProxy",
                            "signin.SignInGuard",
                            "signin.PassedSignIns",
                            "security.FreshSignIn",
                            "security.FreshSignInFilter",
                            "security.NamedPersonFilter",
                            "delivery.OutsideClient")
                    .noneMatch(outermost::endsWith);
        });
    }

    @Test
    void pagesAreInPage() {
        String[] withRooms = ArchitectureTest.ROOMS.keySet().stream()
                .filter(feature -> !feature.equals(House.PLATFORM))
                .map(feature -> "org.tianbo." + feature + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAnyPackage(withRooms)
                .and()
                .haveNameMatching(".*(Pages|Resource|Messages)")
                .and(DescribedPredicate.describe("are not the one edge of a ground room", type -> !type.getSimpleName()
                        .equals("QuotaResource")))
                .should()
                .resideInAPackage("org.tianbo.*.page..")
                .check(MainClasses.ALL);
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().replaceFirst("^org\\.tianbo\\.?", "").replaceFirst("\\..*", "");
    }
}
