/**
 * Stored chunks made into HLS while they come in. Whichever replica makes a live's segments holds its lease; all that
 * another needs to go on lies in the database and in the storage.
 */
package org.tianbo.practice.hls;
