package org.tianbo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house plan, held by a test: which package may use which. Arrows point down the villager's road only. */
class ArchitectureTest {

    /** What each package may use besides itself and {@code platform}. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("media", Set.of()),
            Map.entry("people", Set.of("media")),
            Map.entry("curriculum", Set.of("media")),
            Map.entry("learning", Set.of("curriculum", "people")),
            Map.entry("practice", Set.of("curriculum", "people", "media")),
            Map.entry("mentoring", Set.of("practice", "curriculum", "people", "media")),
            Map.entry("certification", Set.of("mentoring", "learning", "curriculum", "people")),
            Map.entry("store", Set.of("certification", "learning", "curriculum", "people", "media")),
            Map.entry(
                    "cohort",
                    Set.of(
                            "store",
                            "certification",
                            "mentoring",
                            "practice",
                            "learning",
                            "curriculum",
                            "people",
                            "media")),
            Map.entry(
                    "home",
                    Set.of(
                            "cohort",
                            "store",
                            "certification",
                            "mentoring",
                            "practice",
                            "learning",
                            "curriculum",
                            "people",
                            "media")),
            Map.entry(
                    "demo",
                    Set.of(
                            "home",
                            "cohort",
                            "store",
                            "certification",
                            "mentoring",
                            "practice",
                            "learning",
                            "curriculum",
                            "people",
                            "media")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tianbo");

    @TestFactory
    Stream<DynamicTest> arrowsPointDownTheRoadOnly() {
        return ARROWS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> forbidden = new TreeSet<>(ARROWS.keySet());
                    forbidden.remove(entry.getKey());
                    forbidden.remove("platform");
                    forbidden.removeAll(entry.getValue());
                    noClasses()
                            .that()
                            .resideInAPackage("org.tianbo." + entry.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden.stream()
                                    .map(name -> "org.tianbo." + name + "..")
                                    .toArray(String[]::new))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void everyPackageStandsInThePlan() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.tianbo."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ARROWS.keySet()).containsAll(found);
    }

    @Test
    void featuresDoNotGoRoundInCircles() {
        slices().matching("org.tianbo.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void httpIsKnownAtTheEdgeOnly() {
        ArchRule rule = noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Pages")
                .and()
                .resideOutsideOfPackages("org.tianbo.platform.web..", "org.tianbo.platform.embedded..")
                .and(topLevelIsNoEdge())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "org.jboss.resteasy..");
        rule.check(CLASSES);
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
                .check(CLASSES);
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
                .check(CLASSES);
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
                .check(CLASSES);
    }

    /** Bytes that people send meet ffmpeg, and any other process, in one place only, which limits what it may read and use. */
    @Test
    void whatPeopleSendMeetsProcessesInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(org.tianbo.media.Ffmpeg.class.getName())
                .and()
                // Makes the lessons' films of drawings of our own, on the machine that builds.
                .doNotHaveFullyQualifiedName("org.tianbo.curriculum.content.FilmBuild")
                .and()
                // The build's and the local services' own tools, which see nothing that people send.
                .resideOutsideOfPackages("org.tianbo.platform.embedded..", "org.tianbo.platform.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco.ffmpeg..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ProcessBuilder.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Runtime.class.getName())
                .check(CLASSES);
    }

    @Test
    void repositoriesAndEntitiesStayInTheirFeature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .or()
                .areAnnotatedWith(jakarta.persistence.Entity.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    /**
     * Nested types of an edge belong to it. Some edges have names of their own: {@code Playback} sends bytes to players,
     * {@code Accounts} speaks to Keycloak, whose client is JAX-RS and is made by {@code AccountsClient}; and what people send
     * to Keycloak passes through {@code KeycloakProxy}.
     */
    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> topLevelIsNoEdge() {
        return com.tngtech.archunit.base.DescribedPredicate.describe("stand below the edge", type -> {
            String outermost = type.getName().replaceAll("\\$.*", "");
            return Stream.of(
                            "Resource",
                            "Pages",
                            "media.Playback",
                            "people.Accounts",
                            "people.AccountsClient",
                            "security.KeycloakProxy",
                            "security.SignInGuard",
                            "security.FreshSignIn",
                            "security.FreshSignInFilter")
                    .noneMatch(outermost::endsWith);
        });
    }
}
