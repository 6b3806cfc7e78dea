package dev.jvirt.qemu;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;

/// Takes the jobs of domains for API calls.
///
/// @param domains those of the driver
record DomainJobs(DomainList domains) {
    /// A domain whose job is held until this is closed.
    record Held(DomainObject domain, Job job) implements AutoCloseable {
        @Override
        public void close() {
            job.close();
        }
    }

    /// Takes the job of the domain that is meant, to change it.
    ///
    /// @param function the C function of the call
    Held modify(DomainId domain, String function) {
        return modify(domains.require(domain), domain, function);
    }

    private Held modify(DomainObject object, DomainId meant, String function) {
        Job job = object.jobs().acquire(JobKind.MODIFY, function);
        if (!object.isRemoved()) {
            return new Held(object, job);
        }
        job.close();
        // It went away while this call waited; perhaps another one has come in its place.
        return modify(domains.require(meant), meant, function);
    }
}
