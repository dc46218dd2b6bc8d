/**
 * Who sold what stores sold: order files name the account of a live or a video, and the office says whose it is. How
 * long lives last is in no file, so minutes are not known.
 */
package org.tianbo.store.hosts;
