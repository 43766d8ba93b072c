package io.github.mesosdiscovery.test;

import java.time.Duration;

/**
 * Settings of all masters of a cluster.
 *
 * @param path the path of the registrations
 * @param sessionTimeout the session timeout to request
 * @param format the default format of the znodes
 * @param logReplicas whether masters join the replicated log
 * @param http whether masters serve HTTP
 * @param heartbeatInterval the interval of the heartbeats to subscribed frameworks
 */
record ClusterSettings(String path, Duration sessionTimeout, MasterFormat format, boolean logReplicas, boolean http,
		Duration heartbeatInterval) {

}
