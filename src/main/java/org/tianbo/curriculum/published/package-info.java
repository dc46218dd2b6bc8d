/** Content as published: versions kept, the newest held in memory, read as views. */
package org.tianbo.curriculum.published;
