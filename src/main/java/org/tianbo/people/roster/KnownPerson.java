package org.tianbo.people.roster;

import java.util.UUID;

/**
 * What the county has of somebody whom a roster names again.
 *
 * @param mobile eleven digits; null for none
 * @param village null for none
 */
record KnownPerson(UUID id, String name, String mobile, String gender, UUID village, String category, String note) {}
