package org.tianbo.people.page;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.people.person.Profiles;
import org.tianbo.people.person.Profiles.Profile;
import org.tianbo.platform.security.SignedIn;

/** Who is signed in. */
@Path("/api/me")
@Authenticated
class MeResource {

    private final SignedIn signedIn;
    private final Profiles profiles;

    MeResource(SignedIn signedIn, Profiles profiles) {
        this.signedIn = signedIn;
        this.profiles = profiles;
    }

    /** {@code county} and {@code village} are null for the operator and for staff. */
    record MeView(
            UUID id, String login, String name, CountyView county, String town, String village, Set<String> roles) {}

    @GET
    @Operation(summary = "Who is signed in: id, name, county, village, roles")
    public MeView me() {
        Optional<Profile> profile = profiles.of(signedIn.county(), signedIn.id());
        return new MeView(
                signedIn.id(),
                signedIn.login(),
                signedIn.name(),
                profile.map(Profile::county).orElse(null),
                profile.map(Profile::town).orElse(null),
                profile.map(Profile::village).orElse(null),
                new TreeSet<>(signedIn.roles()));
    }
}
