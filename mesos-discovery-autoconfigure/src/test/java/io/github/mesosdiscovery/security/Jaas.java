package io.github.mesosdiscovery.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;

import org.apache.zookeeper.server.auth.DigestLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * The JAAS configuration of this JVM, until it is closed.
 */
final class Jaas extends Configuration implements AutoCloseable {

	static final String CLIENT = "Client";

	static final String SERVER = "Server";

	private final Map<String, AppConfigurationEntry> sections = new ConcurrentHashMap<>();

	Jaas() {
		Configuration.setConfiguration(this);
	}

	/** A section for DIGEST-MD5. */
	Jaas digest(String section, Map<String, String> options) {
		return put(section, DigestLoginModule.class.getName(), options);
	}

	Jaas put(String section, String module, Map<String, String> options) {
		this.sections.put(section, new AppConfigurationEntry(module, LoginModuleControlFlag.REQUIRED, options));
		return this;
	}

	@Override
	@SuppressWarnings("NullAway")
	public AppConfigurationEntry @Nullable [] getAppConfigurationEntry(String name) {
		AppConfigurationEntry entry = this.sections.get(name);
		return (entry != null) ? new AppConfigurationEntry[] { entry } : null;
	}

	@Override
	@SuppressWarnings("NullAway")
	public void close() {
		Configuration.setConfiguration(null);
	}

}
