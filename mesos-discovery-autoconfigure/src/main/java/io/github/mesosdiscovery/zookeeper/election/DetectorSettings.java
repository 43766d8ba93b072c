package io.github.mesosdiscovery.zookeeper.election;

/**
 * Settings of the state machine (internal).
 *
 * @param ensemble the servers, for messages
 * @param path the path of the registrations
 * @param sessionTimeout the session timeout to request, in nanoseconds
 * @param resyncInterval the time between two reads of everything, in nanoseconds
 * @param saslRequired whether nothing is read without a SASL login
 * @param tls whether the client connects with TLS
 */
public record DetectorSettings(String ensemble, String path, long sessionTimeout, long resyncInterval,
		boolean saslRequired, boolean tls) {

}
