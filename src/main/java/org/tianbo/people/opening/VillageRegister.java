package org.tianbo.people.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.PeopleConfig;
import org.tianbo.people.VillageMerged;
import org.tianbo.people.opening.VillagePlan.Merger;
import org.tianbo.people.opening.VillagePlan.Renaming;
import org.tianbo.people.opening.VillagePlan.VillageLine;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.person.Village;
import org.tianbo.people.person.VillageRepository;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.TableReader;

/** The villages of the current county: looked at, and brought in line with a file as a whole or not at all. */
@ApplicationScoped
public class VillageRegister {

    private static final Logger LOG = Logger.getLogger(VillageRegister.class);

    private static final String KNOWN =
            """
            select v.id, coalesce(v.code, '') as code, v.town, v.name, v.former,
                (select count(*) from people p where p.county = v.county and p.village = v.id) as people
            from villages v where v.county = ?
            """;

    private static final String PAGE = KNOWN
            + " and (v.reading, v.id) > (coalesce((select w.reading from villages w where w.county = ?"
            + " and w.id = ?), ''), ?::uuid) order by v.reading, v.id limit ?";

    private static final String LOCK = "select 1 from villages where county = :county and id = :id for update";

    private static final String CODE = "select code from counties where id = ? and code is not null";

    private static final String OTHERS = "select id from counties where code = ? and id <> ?";

    /** In this order: nothing points at the merged village when its row goes. */
    private static final List<String> MERGE = List.of(
            "update people set village = :into where county = :county and village = :from",
            "insert into staff_villages (county, person, village) select county, person, :into from staff_villages"
                    + " where county = :county and village = :from on conflict do nothing",
            "delete from staff_villages where county = :county and village = :from",
            "update former_villages set village = :into where county = :county and village = :from",
            "delete from villages where county = :county and id = :from");

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entities;
    private final VillageRepository villages;
    private final FormerVillages former;
    private final PersonRepository people;
    private final CountyReads reads;
    private final PeopleConfig config;
    private final CurrentCounty county;
    private final Event<VillageMerged> merged;

    VillageRegister(
            EntityManager entities,
            VillageRepository villages,
            FormerVillages former,
            PersonRepository people,
            CountyReads reads,
            PeopleConfig config,
            CurrentCounty county,
            Event<VillageMerged> merged) {
        this.entities = entities;
        this.villages = villages;
        this.former = former;
        this.people = people;
        this.reads = reads;
        this.config = config;
        this.county = county;
        this.merged = merged;
    }

    /** What a file does, or would do. */
    public record Outcome(int rows, List<RejectedRow> rejected, VillagePlan plan, boolean taken) {}

    /** A village on the county's list. @param former names by which people still look for it */
    public record Listed(VillageLine village, String former) {}

    /** A page of them, as they are read. */
    public Page<Listed, UUID> page(Optional<UUID> after, int size) {
        UUID last = after.orElse(BEFORE_ALL);
        return Page.of(
                reads.rows(
                        PAGE,
                        row -> new Listed(
                                new VillageLine(
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("town"),
                                        row.getString("name"),
                                        row.getInt("people")),
                                row.getString("former")),
                        county.id(),
                        county.id(),
                        last,
                        last,
                        size + 1),
                size,
                listed -> listed.village().id());
    }

    @Transactional
    public Outcome check(byte[] file) {
        VillageFile.Content content = content(file);
        VillagePlan plan = VillagePlan.of(known(), former.merged(), content.villages());
        List<RejectedRow> rejected = new ArrayList<>(content.rejected());
        rejected.addAll(plan.rejected());
        return new Outcome(content.rows(), rejected, plan, false);
    }

    /**
     * Takes the whole file.
     *
     * @param confirmed {@link VillagePlan#confirmation} of what somebody has seen; of no effect where nothing is
     *     renamed or merged
     * @param by null for the operator
     * @throws Refused when a row cannot be taken, or what the file renames and merges was not confirmed
     */
    @Transactional
    public Outcome take(byte[] file, String confirmed, UUID by) {
        people.lockRosters(county.id());
        Outcome outcome = check(file);
        if (!outcome.rejected().isEmpty()) {
            throw OpeningRefused.rowsRejected();
        }
        VillagePlan plan = outcome.plan();
        if (plan.isToBeConfirmed() && !plan.confirmation().equals(confirmed)) {
            throw OpeningRefused.notConfirmed();
        }
        codeTheCounty(plan);
        String digest = Sha256.hex(file);
        rename(plan, digest, by);
        Map<String, UUID> fresh = add(plan);
        plan.merged().forEach(merger -> merge(merger, fresh, digest, by));
        LOG.infof(
                "Villages: %d new, %d renamed, %d merged by %s",
                plan.added().size(), plan.renamed().size(), plan.merged().size(), by);
        return new Outcome(outcome.rows(), List.of(), plan, true);
    }

    private VillageFile.Content content(byte[] file) {
        Optional<String> code =
                reads.rows(CODE, row -> row.getString(1), county.id()).stream().findFirst();
        return new VillageFile(new TableReader(config.rosterBytes(), config.rosterRows()), code)
                .read(new ByteArrayInputStream(file));
    }

    private List<VillageLine> known() {
        return reads.rows(
                KNOWN,
                row -> new VillageLine(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("town"),
                        row.getString("name"),
                        row.getInt("people")),
                county.id());
    }

    /** A county from before codes were kept has the one that all its villages' codes begin with. */
    private void codeTheCounty(VillagePlan plan) {
        List<String> codes =
                new ArrayList<>(plan.added().stream().map(VillageLine::code).toList());
        plan.coded().forEach(one -> codes.add(one.code()));
        if (codes.isEmpty()) {
            return;
        }
        String code = new GbCode(codes.get(0)).county();
        if (!reads.rows(OTHERS, row -> row.getString(1), code, county.id()).isEmpty()) {
            throw OpeningRefused.taken("file");
        }
        entities.createNativeQuery("update counties set code = :code where id = :county and code is null")
                .setParameter("code", code)
                .setParameter("county", county.id())
                .executeUpdate();
    }

    /**
     * By way of names that nobody has: two villages may have changed names with each other, and one may take the name
     * of another that goes up in it.
     */
    private void rename(VillagePlan plan, String digest, UUID by) {
        List<Renaming> all = new ArrayList<>(plan.renamed());
        all.addAll(plan.coded());
        Map<UUID, Village> found = new HashMap<>();
        for (Renaming one : all) {
            Village village = villages.findById(one.village().id());
            found.put(village.id, village);
            village.name = village.id.toString();
            village.code = null;
        }
        plan.merged()
                .forEach(one -> villages.findById(one.village().id()).name =
                        one.village().id().toString());
        entities.flush();
        for (Renaming one : all) {
            Village village = found.get(one.village().id());
            village.town = one.town();
            village.name = one.name();
            village.code = one.code();
        }
        entities.flush();
        for (Renaming one : plan.renamed()) {
            found.get(one.village().id()).calledBefore(one.village().text());
            former.remember(one.village(), one.village().id(), "RENAMED", digest, by);
        }
    }

    /** @return the ids by their codes */
    private Map<String, UUID> add(VillagePlan plan) {
        Map<String, UUID> fresh = new HashMap<>();
        for (VillageLine line : plan.added()) {
            Village village = Village.of(line.town(), line.name(), line.code());
            villages.persist(village);
            fresh.put(line.code(), village.id);
        }
        entities.flush();
        return fresh;
    }

    private void merge(Merger merger, Map<String, UUID> fresh, String digest, UUID by) {
        UUID into = Optional.ofNullable(merger.into().id())
                .orElseGet(() -> fresh.get(merger.into().code()));
        Village gone = villages.findById(merger.village().id());
        villages.findById(into).calledBefore((merger.village().text() + " " + gone.former).strip());
        entities.flush();
        entities.detach(gone);
        // Whoever is just writing the village down somewhere is waited for, and nobody does so from now on.
        NativeQueries.<Integer>ofOneColumn(entities, LOCK)
                .setParameter("county", county.id())
                .setParameter("id", gone.id)
                .getResultList();
        merged.fire(new VillageMerged(county.id(), gone.id, into));
        for (String statement : MERGE) {
            Query query = entities.createNativeQuery(statement)
                    .setParameter("county", county.id())
                    .setParameter("from", merger.village().id());
            if (statement.contains(":into")) {
                query.setParameter("into", into);
            }
            query.executeUpdate();
        }
        former.remember(merger.village(), into, "MERGED", digest, by);
    }
}
