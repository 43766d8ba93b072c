package io.github.mesosdiscovery.test;

import java.time.Duration;

/**
 * What all masters of a cluster have in common.
 *
 * @param path where they register
 * @param sessionTimeout how long they survive while ZooKeeper is stopped
 * @param format how they publish themselves unless told otherwise
 * @param logReplicas whether they join the replicated log
 * @param http whether they answer HTTP
 */
record ClusterSettings(String path, Duration sessionTimeout, MasterFormat format, boolean logReplicas, boolean http) {

}
