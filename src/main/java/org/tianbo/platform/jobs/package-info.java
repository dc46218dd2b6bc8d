/** Work that outlives a request: kept in PostgreSQL, done once across replicas, tried again after a crash. */
package org.tianbo.platform.jobs;
