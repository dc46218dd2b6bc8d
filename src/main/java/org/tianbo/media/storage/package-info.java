/** Where bytes are kept: a folder or S3, written so that half an object is never seen. */
package org.tianbo.media.storage;
