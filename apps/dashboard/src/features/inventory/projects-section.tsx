import type { Project } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { projectsQuery } from '../../shared/api/inventory.js';
import { noValue } from '../../shared/format/figures.js';
import { useMay } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptySection } from './empty-section.js';
import { ProjectForm } from './project-form.js';

/** The projects that are evaluated, with who owns and who evaluates them. */
export function ProjectsSection() {
  const { t } = useTranslation();
  const mayChange = useMay('changeInventory');
  const query = useQuery(projectsQuery);
  const editing = useEditing<Project>();
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <>
          <SectionBar
            count={items.length}
            add={mayChange && { label: t('project.add'), onAdd: () => editing.start(null) }}
          />
          <RecordList
            items={items}
            idOf={({ id }) => id}
            columns={[
              { key: 'name', title: t('project.name'), phone: 'head', render: ({ name }) => name },
              {
                key: 'owner',
                title: t('organizationKind.owner'),
                render: ({ ownerOrganizationName }) => ownerOrganizationName ?? noValue,
              },
              {
                key: 'evaluator',
                title: t('organizationKind.evaluator'),
                render: ({ evaluatorOrganizationName }) => evaluatorOrganizationName ?? noValue,
              },
            ]}
            actions={
              mayChange &&
              ((item) => (
                <Button size="small" type="link" onClick={() => editing.start(item)}>
                  {t('action.edit')}
                </Button>
              ))
            }
            empty={<EmptySection of="projects" />}
          />
          <ProjectForm editing={editing} />
        </>
      )}
    </QueryState>
  );
}
