/// Tests of the cluster job, with Spark inside this virtual machine. Start with [ClusterScanTest].
@NullMarked
package org.testigo.cluster;

import org.jspecify.annotations.NullMarked;
