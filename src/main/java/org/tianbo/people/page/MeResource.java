package org.tianbo.people.page;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.people.Counties;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.security.SignedIn;

/** Who is signed in. */
@Path("/api/me")
@Authenticated
class MeResource {

    private final SignedIn signedIn;
    private final People people;
    private final Counties counties;

    MeResource(SignedIn signedIn, People people, Counties counties) {
        this.signedIn = signedIn;
        this.people = people;
        this.counties = counties;
    }

    /** {@code county} and {@code village} are null for the operator and for staff. */
    record MeView(
            UUID id, String login, String name, CountyView county, String town, String village, Set<String> roles) {}

    @GET
    @Transactional
    @Operation(summary = "Who is signed in: id, name, county, village, roles")
    public MeView me() {
        CountyView county = counties.county(signedIn.county()).orElse(null);
        PersonView person = county == null ? null : people.trainee(signedIn.id());
        return new MeView(
                signedIn.id(),
                signedIn.login(),
                signedIn.name(),
                county,
                person == null ? null : person.town(),
                person == null ? null : person.village(),
                new TreeSet<>(signedIn.roles()));
    }
}
